import type { Figure } from "@/lib/disclosure/figure";
import { categoryTitle, compareCategories, MERGED } from "@/lib/measures/dimension";
import { DIMENSIONS } from "@/lib/measures/dimensions";
import type { Cell, TableShape } from "@/lib/reports/table";
import { RELEASE_COLUMNS } from "./figure-columns";
import type { Release } from "./release";
import { releaseCells } from "./release-cells";

/** The categories that a release has figures of: small ones are merged, so they differ from release to release. */
export const CATEGORIES: TableShape = {
  id: "categories",
  title: "Categories of breakdowns",
  rowIs: "one category of a breakdown of which the release has figures",
  columns: [
    ...RELEASE_COLUMNS,
    { name: "dimension", title: "Breakdown", type: "text", words: "The breakdown", required: true },
    {
      name: "dimension_title",
      title: "Name of the breakdown",
      type: "text",
      words: "Its name",
      required: true,
    },
    {
      name: "category",
      title: "Category",
      type: "text",
      words: "The category; two joined by + are published together",
      required: true,
    },
    {
      name: "category_title",
      title: "Name of the category",
      type: "text",
      words: "Its name",
      required: true,
    },
    {
      name: "consists_of",
      title: "Consists of",
      type: "text",
      words: "The codes of the return that it holds, with spaces between",
      required: true,
    },
    {
      name: "position",
      title: "Position",
      type: "integer",
      words: "Its place in the order of the breakdown, from 1",
      required: true,
    },
  ],
  key: ["release", "dimension", "category"],
};

export const categoryRows = (
  release: Release,
  figures: readonly Pick<Figure, "dimension" | "category">[],
): Cell[][] =>
  DIMENSIONS.flatMap((dimension) => {
    const used = new Set(
      figures.filter((figure) => figure.dimension === dimension.id).map(({ category }) => category),
    );
    const parts = (category: string) =>
      category.split(MERGED).flatMap((id) => dimension.categories.find((one) => one.id === id)?.of ?? [id]);
    return [...used]
      .sort((a, b) => compareCategories(dimension, a, b))
      .map((category, at) => [
        ...releaseCells(release),
        dimension.id,
        dimension.title,
        category,
        categoryTitle(dimension, category),
        parts(category).join(" "),
        at + 1,
      ]);
  });
