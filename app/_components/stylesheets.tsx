const version = process.env.MUSTER_ASSET_VERSION;

/** The address of a served file; it changes with its content, so it is cached for ever. */
export const asset = (name: string) => `/assets/${name}?v=${version}`;

/** The design system's stylesheet and ours, as files of their own: Turbopack cannot read the former. */
export function Stylesheets() {
  return (
    <>
      <link rel="stylesheet" href={asset("nhsuk-frontend-10.6.1.css")} />
      <link rel="stylesheet" href={asset("muster.css")} />
      <link rel="icon" href={asset("muster.svg")} type="image/svg+xml" />
    </>
  );
}
