/** The one policy that the page's header names: it lets through the house's own built workers and nothing else. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

const ours = /^\/(contact|desk)\/assets\/[\w.-]+\.worker\.[\w.-]+\.js$/;

// A policy may be made once per page.
let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/** `url` is what the build gives for `?worker&url`. */
export function ourWorker(url: string): Worker {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return new Worker(url);
  policy ??= trustedTypes.createPolicy("lykta", {
    createScriptURL(asked) {
      if (!ours.test(asked)) throw new TypeError("only our workers");
      return asked;
    },
  });
  return new Worker(policy.createScriptURL(url));
}
