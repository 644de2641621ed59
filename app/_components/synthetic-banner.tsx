import { Tag } from "./nhs/tag";

/** Above every page while the release is of the sample nation: nobody may take an invented figure for a real one. */
export function SyntheticBanner() {
  return (
    <aside className="muster-synthetic" aria-label="Synthetic data">
      <div className="nhsuk-width-container">
        <Tag colour="yellow">Synthetic data</Tag>
        <p>
          The workforce figures here are of fictional organisations.{" "}
          <a href="/methods#synthetic">What is invented here</a>
        </p>
      </div>
    </aside>
  );
}
