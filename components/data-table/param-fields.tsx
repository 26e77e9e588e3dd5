/** Parameters of an address, each with one value. */
export type PlainParams = Record<string, string | undefined>;

/** A form that asks for an address takes along what it doesn't change. */
export function ParamFields({ params }: { params: PlainParams }) {
  return Object.entries(params).map(([name, value]) =>
    value ? <input key={name} type="hidden" name={name} value={value} /> : null,
  );
}
