import type { Schema } from "./openapi";

type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type Operation = {
  parameters: readonly Parameter[];
  responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: Schema }>> }>>;
};

/** What of an OpenAPI document a client relies on. */
export type Contract = {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: { schemas: Readonly<Record<string, Schema>> };
};

/**
 * Why a client written for the document of before could fail under the one of now, a sentence each; none where what is
 * new is only more. What a client sends may be widened and never narrowed; what it receives may gain fields, and a field
 * may lose neither its place nor any of its type.
 */
export function incompatibilities(before: Contract, now: Contract): string[] {
  const found: string[] = [];
  for (const [path, methods] of Object.entries(before.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const name = `${method.toUpperCase()} ${path}`;
      const other = now.paths[path]?.[method];
      if (other === undefined) found.push(`${name} is gone.`);
      else found.push(...ofParameters(name, operation, other), ...ofResponses(name, operation, other));
    }
  for (const [name, schema] of Object.entries(before.components.schemas)) {
    const other = now.components.schemas[name];
    if (other === undefined) found.push(`The schema ${name} is gone.`);
    else found.push(...ofReceived(name, schema, other));
  }
  return found;
}

function ofParameters(name: string, before: Operation, now: Operation): string[] {
  const found: string[] = [];
  for (const parameter of before.parameters) {
    const other = now.parameters.find((one) => one.name === parameter.name && one.in === parameter.in);
    const of = `${name}: the parameter ${parameter.name}`;
    if (other === undefined) found.push(`${of} is gone.`);
    else {
      if (other.required && !parameter.required) found.push(`${of} must be given now.`);
      found.push(...ofSent(of, parameter.schema, other.schema));
    }
  }
  for (const { name: added, required } of now.parameters)
    if (required && !before.parameters.some((one) => one.name === added))
      found.push(`${name}: the parameter ${added} is new and must be given.`);
  return found;
}

function ofResponses(name: string, before: Operation, now: Operation): string[] {
  const found: string[] = [];
  for (const [status, { content = {} }] of Object.entries(before.responses)) {
    const other = now.responses[status];
    if (other === undefined) found.push(`${name} no longer answers ${status}.`);
    else
      for (const [type, { schema }] of Object.entries(content)) {
        const body = other.content?.[type];
        const of = `${name}: the answer ${status}`;
        if (body === undefined) found.push(`${of} is no longer ${type}.`);
        else if (schema && body.schema) found.push(...ofReceived(of, schema, body.schema));
      }
  }
  return found;
}

const typesOf = ({ type }: Schema): readonly string[] => (type === undefined ? [] : [type].flat());

/** Of what a client sends: whatever it could send before it can send now. */
function ofSent(of: string, before: Schema, now: Schema): string[] {
  const found: string[] = [];
  const lost = typesOf(before).filter((type) => !typesOf(now).includes(type));
  if (lost.length > 0) found.push(`${of} no longer takes ${lost.join(", ")}.`);
  if (now.enum) {
    const gone = before.enum?.filter((value) => !now.enum?.includes(value)) ?? ["any text"];
    if (gone.length > 0) found.push(`${of} no longer takes ${gone.join(", ")}.`);
  }
  if (now.pattern !== undefined && now.pattern !== before.pattern)
    found.push(`${of} takes another pattern of text.`);
  if ((now.minimum ?? Number.NEGATIVE_INFINITY) > (before.minimum ?? Number.NEGATIVE_INFINITY))
    found.push(`${of} begins later.`);
  if ((now.maximum ?? Number.POSITIVE_INFINITY) < (before.maximum ?? Number.POSITIVE_INFINITY))
    found.push(`${of} ends earlier.`);
  if (before.default !== now.default) found.push(`${of} has another default.`);
  if (before.items && now.items) found.push(...ofSent(of, before.items, now.items));
  return found;
}

/** Of what a client receives: every field is there still, and of no type that was not said. */
function ofReceived(of: string, before: Schema, now: Schema): string[] {
  const found: string[] = [];
  if (before.$ref !== now.$ref) found.push(`${of} is of another schema.`);
  const gained = typesOf(now).filter((type) => !typesOf(before).includes(type));
  const lost = typesOf(before).filter((type) => type !== "null" && !typesOf(now).includes(type));
  if (gained.length + lost.length > 0)
    found.push(`${of} was ${typesOf(before).join(" or ")} and is ${typesOf(now).join(" or ")}.`);
  if (before.format !== now.format) found.push(`${of} has another format.`);
  for (const [name, schema] of Object.entries(before.properties ?? {})) {
    const other = now.properties?.[name];
    if (other === undefined) found.push(`${of}.${name} is gone.`);
    else {
      if (before.required?.includes(name) && !now.required?.includes(name))
        found.push(`${of}.${name} need not be there any more.`);
      found.push(...ofReceived(`${of}.${name}`, schema, other));
    }
  }
  if (before.items && now.items) found.push(...ofReceived(`${of}[]`, before.items, now.items));
  return found;
}
