import { fromWorkshop } from "./from-workshop";

/** The site that the browser tests of one run share: built, with the sample loaded, and its demo sign-ins on. */
export type TestSite = {
  url: string;
  /** The site's database as its owner: to look at what no page shows. */
  ownerUrl: string;
  /** Where its mail goes. */
  mailFolder: string;
};

export const testSite = () => fromWorkshop<TestSite>("site");
