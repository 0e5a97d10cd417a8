/** A value of parsed JSON: anything, since a page wrote it. */
export type Json = unknown;
export type JsonObject = Readonly<Record<string, Json>>;

export function asObject(value: Json): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

export function asList(value: Json): readonly Json[] | null {
  return Array.isArray(value) ? value : null;
}

/** The value where it is a text, else an empty one. */
export function textIn(value: Json): string {
  return typeof value === 'string' ? value : '';
}
