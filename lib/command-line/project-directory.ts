import { resolve } from "node:path";

/** The folder of package.json: the bootstrap says where, since the commands run bundled and from any folder. */
export function projectDirectory(): string {
  return process.env.MUSTER_PROJECT ?? process.cwd();
}

/** Where the embedded database, the secret, mail and logs are kept: MUSTER_STATE, else `.muster` in the project. */
export function stateDirectory(): string {
  return resolve(projectDirectory(), process.env.MUSTER_STATE || ".muster");
}
