import type { AllowedValue } from "../part";

/** What a column that may be left blank says beside its name and title; its type makes the rest. */
type Told = { guidance: string; example: string; headers?: readonly string[] };

const OPTIONAL = { required: "optional", tier: "full" } as const;

/** A whole number from 0 up, in its unit. */
export const count = <const Name extends string>(
  name: Name,
  title: string,
  unit: string,
  told: Told & { minimum?: number; maximum?: number },
) => ({ name, title, type: "integer", unit, minimum: 0, ...OPTIONAL, ...told }) as const;

/** A number from 0 up with decimals, in its unit. */
export const amount = <const Name extends string>(
  name: Name,
  title: string,
  unit: string,
  told: Told & { maximum?: number; scale?: number },
) => ({ name, title, type: "decimal", unit, minimum: 0, scale: 2, ...OPTIONAL, ...told }) as const;

/** One of the allowed values. */
export const choice = <const Name extends string, const Allowed extends readonly AllowedValue[]>(
  name: Name,
  title: string,
  allowed: Allowed,
  told: Told,
) => ({ name, title, type: "code", allowed, ...OPTIONAL, ...told }) as const;

/** Any number of the allowed values in one cell. */
export const several = <const Name extends string, const Allowed extends readonly AllowedValue[]>(
  name: Name,
  title: string,
  allowed: Allowed,
  told: Told,
) => ({ name, title, type: "set", allowed, ...OPTIONAL, ...told }) as const;

/** A few of the sender's own words. */
export const words = <const Name extends string>(
  name: Name,
  title: string,
  maxLength: number,
  told: Told & { key?: true },
) => ({ name, title, type: "text", maxLength, ...OPTIONAL, ...told }) as const;

/** Yes or no. */
export const yesOrNo = <const Name extends string>(name: Name, title: string, told: Told) =>
  ({ name, title, type: "yes_no", ...OPTIONAL, ...told }) as const;

/** A day that nothing else fixes. */
export const day = <const Name extends string>(name: Name, title: string, told: Told) =>
  ({ name, title, type: "date", ...OPTIONAL, ...told }) as const;
