/** One command of `muster`. Its file is loaded when it is asked for, so that `check` starts without the database's code. */
export type Command = {
  name: string;
  /** What follows the name. */
  usage: string;
  summary: string;
  /** Gives the exit code: 0 done, 1 failed, 2 not understood; a command may say more in its own file. */
  run(args: string[]): Promise<number>;
};

/** Every command, in the order in which help shows them. A new one is a file beside this and a line here. */
export const commands: Command[] = [
  {
    name: "start",
    usage: "",
    summary: "build if needed, start the database, the site and the worker (npm start)",
    run: async (args) => (await import("./start")).run(args),
  },
  {
    name: "worker",
    usage: "",
    summary: "do the jobs of a site: build releases, send mail (npm start runs one)",
    run: async (args) => (await import("./worker")).run(args),
  },
  {
    name: "migrate",
    usage: "",
    summary: "bring the database to the state that this code needs (npm start does so too)",
    run: async (args) => (await import("./migrate")).run(args),
  },
  {
    name: "doctor",
    usage: "",
    summary: "look over this installation and say how to mend what is wrong",
    run: async (args) => (await import("./doctor")).run(args),
  },
  {
    name: "template",
    usage: "PART [--core] [--examples] [--guide] [--categories]",
    summary: "print the CSV template of a part, its data dictionary, or the device categories",
    run: async (args) => (await import("./template")).run(args),
  },
  {
    name: "check",
    usage:
      "FILE --part PART --organisation CODE --census DATE [--json] [--rows OUT.json] [--annotate OUT.csv] [--aggregate OUT.csv] [--mapping FILE] [--key-file FILE]",
    summary: "check a file before it is sent, as the site would; --return DIR checks all parts together",
    run: async (args) => (await import("./check")).run(args),
  },
  {
    name: "project",
    usage: "--workforce FILE | --release latest|N --place CODE …, --scenario FILE|NAME",
    summary:
      "project who will be in post under a scenario: from files, without a database, or from a release",
    run: async (args) => (await import("./project")).run(args),
  },
  {
    name: "estimate",
    usage: "--workforce FILE … --flows FILE … [--next FILE …] [--turnover FILE] [--json]",
    summary: "estimate rates of leaving, retiring and filling posts from files of a year, without a database",
    run: async (args) => (await import("./estimate")).run(args),
  },
  {
    name: "scorecard",
    usage: "[--release latest|N] [--json]",
    summary: "say how looks ahead from earlier releases did on later censuses",
    run: async (args) => (await import("./scorecard")).run(args),
  },
  {
    name: "require",
    usage: "--devices FILE --profile FILE [--activities FILE] [--workforce FILE] [--json]",
    summary: "say what staff the work of a service asks for, without a database",
    run: async (args) => (await import("./require")).run(args),
  },
  {
    name: "import",
    usage:
      "FILE … [--date YYYY-MM-DD] [--apply] | --verify FILE … | DIR|FILE … --organisation RJ1 --census YYYY-MM-DD",
    summary: "show what an official file would change (change it with --apply), or receive a return's files",
    run: async (args) => (await import("./import")).run(args),
  },
  {
    name: "collection",
    usage: "open CENSUS [--closes DATE] [--organisation CODE …] [--json] | close CENSUS | list [--json]",
    summary: "open a collection for every organisation or for those named, close one, list them",
    run: async (args) => (await import("./collection")).run(args),
  },
  {
    name: "publish",
    usage: "COLLECTION",
    summary: "build and publish a release of a collection, as the operator",
    run: async (args) => (await import("./publish")).run(args),
  },
  {
    name: "user",
    usage:
      "add EMAIL --name NAME [--role ROLE[:ORGANISATION] …] | link EMAIL --issuer URL --subject ID | remove EMAIL",
    summary: "add people, tie their logins to them, and end their accounts",
    run: async (args) => (await import("./user")).run(args),
  },
  {
    name: "sample",
    usage: "--out DIR [--organisations N] [--collections N] [--seed S] [--messy]",
    summary: "write the files of the synthetic nation into a new folder",
    run: async (args) => (await import("./sample")).run(args),
  },
  {
    name: "test",
    usage: "[FILE …]",
    summary: "lint, types, and every test (npm test)",
    run: async (args) => (await import("./test")).run(args),
  },
  {
    name: "bench",
    usage: "[--json] [--only model|site|browser|load]",
    summary: "measure the budgets (npm run bench)",
    run: async (args) => (await import("./bench")).run(args),
  },
];
