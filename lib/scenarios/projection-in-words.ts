import type { Figure, ImputedFigures, ProjectedPlace, Projection } from "./projection";

const one = (value: number): string => value.toFixed(1);
const range = (figure: Figure): string =>
  figure.p5 === undefined || figure.p95 === undefined ? "" : ` (${one(figure.p5)} to ${one(figure.p95)})`;

/** A projection as a text for a terminal: all groups, year by year, with what it rests on. */
export function projectionInWords(projection: Projection): string {
  const { scenario, scenarioHash, base, runs, seed, model, restsOnIllustrative, warnings } = projection;
  return [
    `${scenario.title}: ${scenario.horizon} years from ${base.census}`,
    `Scenario ${scenarioHash.slice(0, 12)}, model ${model}, ${runs} histories, seed ${seed}.`,
    ...ratesInWords(projection),
    "",
    ...projection.places.flatMap(placeInWords),
    ...(restsOnIllustrative.length > 0
      ? [`Rests on illustrative defaults: ${restsOnIllustrative.join("; ")}.`]
      : []),
    ...warnings,
    "",
  ].join("\n");
}

function placeInWords({ place, name, groups, notes, doubt, imputed }: ProjectedPlace): string[] {
  const [all] = groups;
  const rows = (all?.years ?? []).map(
    ({ date, inPostWte, establishmentWte, vacantPosts, share55 }) =>
      `  ${date}  in post ${one(inPostWte.expected)} WTE${range(inPostWte)}, establishment ${
        establishmentWte === null ? "not known" : one(establishmentWte)
      }, vacant posts ${one(vacantPosts.expected)}${range(vacantPosts)}, 55 and over ${
        share55 === null ? "nobody in post" : `${one(100 * share55.expected)} %`
      }`,
  );
  return [
    `${place}${name === null ? "" : `, ${name}`}`,
    ...rows,
    ...notes.map((note) => `  ${note}`),
    ...(imputed === null ? [] : [imputedInWords(imputed)]),
    ...(doubt === null
      ? []
      : [
          `  Doubt in the last year: ${one(doubt.total)} WTE (standard deviation), of which chance ${one(doubt.chance)}, assumptions ${one(doubt.parameters)} and rounding of what was published ${one(doubt.rounding)}; ${Math.round(100 * doubt.illustrativeShare)} % of its variance is due to illustrative assumptions.`,
        ]),
    "",
  ];
}

/** On a release: which rates its own returns tell of, since its pages use them. */
function ratesInWords({ base, assumptions }: Projection): string[] {
  if (base.kind === "files") return [];
  const told = [...new Set(assumptions.flatMap(({ from, title }) => (from === "release" ? [title] : [])))];
  return [
    told.length === 0
      ? `Release ${base.release} publishes no rate that its returns tell of: what the scenario does not set is a default.`
      : `Estimated from the returns behind release ${base.release} (rates ${base.ratesHash?.slice(0, 12)}): ${told.join("; ")}.`,
  ];
}

function imputedInWords({ organisations, share, deviation, inPostWte }: ImputedFigures): string {
  const [now, then] = [inPostWte[0], inPostWte.at(-1)].map((figure) =>
    figure === undefined ? "" : `${one(figure.expected)} WTE${range(figure)}`,
  );
  return `  The figures are of those that answered. With the ${organisations} that have not, imputed from like ones (${Math.round(100 * share)} % of the staff, give or take ${Math.round(100 * deviation)} % of that): in post ${now} at the census, ${then} at the end.`;
}
