// A form is a tree of plain values; a field knows its place in it, such as "doors.young.lead.sv".

type Tree = Readonly<Record<string, unknown>> | readonly unknown[];

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

export function read(tree: unknown, path: string): unknown {
  let here = tree;
  for (const step of path.split("."))
    here = isTree(here) ? (here as Record<string, unknown>)[step] : undefined;
  return here;
}

/** The same tree with another value in one place; all else is shared, nothing is changed. */
export function write<T>(tree: T, path: string, value: unknown): T {
  const [step = "", ...rest] = path.split(".");
  const inner = read(tree, step);
  const put = rest.length === 0 ? value : write(inner, rest.join("."), value);
  if (Array.isArray(tree))
    return tree.map((old: unknown, index) => (String(index) === step ? put : old)) as T;
  return { ...tree, [step]: put };
}

export function isSame(a: unknown, b: unknown): boolean {
  if (!isTree(a) || !isTree(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame(read(a, key), read(b, key)))
  );
}

/** A place that two people changed in different ways, and what the other one wrote there. */
export interface Conflict {
  readonly path: string;
  readonly theirs: unknown;
}

/**
 * Lays what I changed since `base` over what a colleague saved meanwhile. Where both changed the same
 * place mine stands, and theirs is told, so that neither is lost.
 */
export function merge<T>(base: T, mine: T, theirs: T): { value: T; conflicts: Conflict[] } {
  const conflicts: Conflict[] = [];
  const at = (path: string, was: unknown, my: unknown, their: unknown): unknown => {
    if (isSame(my, their) || isSame(was, their)) return my;
    if (isSame(was, my)) return their;
    if (haveSameShape(was, my, their)) {
      const keys = Object.keys(my as object);
      const merged = keys.map((key) => {
        const inside = path === "" ? key : `${path}.${key}`;
        return [key, at(inside, read(was, key), read(my, key), read(their, key))] as const;
      });
      return Array.isArray(my) ? merged.map(([, value]) => value) : Object.fromEntries(merged);
    }
    conflicts.push({ path, theirs: their });
    return my;
  };
  return { value: at("", base, mine, theirs) as T, conflicts };
}

/** Trees with the same places in them; lists that grew or shrank are taken as a whole. */
function haveSameShape(...trees: readonly unknown[]): boolean {
  const [first, ...others] = trees.map((tree) =>
    isTree(tree) ? `${Array.isArray(tree)}${Object.keys(tree).join()}` : undefined,
  );
  return first !== undefined && others.every((shape) => shape === first);
}
