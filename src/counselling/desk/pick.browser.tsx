import type { JSX } from "preact";

interface PickProps<V extends string> {
  readonly label: string;
  readonly value: V;
  /** Values with their names. */
  readonly of: readonly (readonly [V, string])[];
  readonly onPick: (value: V) => void;
}

/** One of a few, by name. */
export function Pick<V extends string>({ label, value, of, onPick }: PickProps<V>): JSX.Element {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <select
        class="input"
        value={value}
        onChange={({ currentTarget }) => onPick(currentTarget.value as V)}
      >
        {of.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
