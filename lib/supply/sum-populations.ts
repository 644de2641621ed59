import { AGE_COUNT } from "./ages";
import { emptyPopulation, type GroupStock, type Population } from "./population";

/** Several places' posts as one population: counts and WTE add up, means are weighted by heads. */
export function sumPopulations(all: readonly Population[]): Population {
  const sum = emptyPopulation();
  sum.establishmentKnown = all.every(({ establishmentKnown }) => establishmentKnown);
  for (const [at, group] of sum.groups.entries()) {
    const stocks = all.flatMap(({ groups }) => groups[at] ?? []);
    const frozen = stocks.reduce(
      (total, { vacantPosts, frozenShare }) => total + vacantPosts * frozenShare,
      0,
    );
    for (const stock of stocks) {
      group.vacantPosts += stock.vacantPosts;
      group.establishmentWte += stock.establishmentWte;
      group.fractionalVacancyWte += stock.fractionalVacancyWte;
    }
    group.frozenShare = group.vacantPosts > 0 ? frozen / group.vacantPosts : 0;
    addHeads(group, stocks, "first", "wteFirst");
    addHeads(group, stocks, "returned", "wteReturned");
  }
  return sum;
}

function addHeads(
  into: GroupStock,
  stocks: readonly GroupStock[],
  heads: "first" | "returned",
  wte: "wteFirst" | "wteReturned",
): void {
  // Where nobody is of an age, those who come to be weigh as the places' people together.
  const weightOf = (stock: GroupStock) =>
    stock.first.reduce((sum, count) => sum + count, 0) + stock.vacantPosts;
  const weights = stocks.map(weightOf);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  for (let age = 0; age < AGE_COUNT; age += 1) {
    let [count, hours, usual] = [0, 0, 0];
    for (const [at, stock] of stocks.entries()) {
      count += stock[heads][age] ?? 0;
      hours += (stock[heads][age] ?? 0) * (stock[wte][age] ?? 0);
      usual += all > 0 ? ((weights[at] ?? 0) / all) * (stock[wte][age] ?? 0) : 0;
    }
    into[heads][age] = count;
    into[wte][age] = count > 0 ? hours / count : usual;
  }
}
