/** What the tests use of Frictionless's library, which brings no types. */
declare module "datapackage" {
  export class Package {
    static load(descriptor: object, options?: { basePath?: string }): Promise<Package>;
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resourceNames: readonly string[];
    getResource(name: string): { read(options?: { relations?: boolean }): Promise<unknown[]> };
  }
}
