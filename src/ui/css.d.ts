/** A style sheet as a string, for pages that carry their style within themselves. */
declare module "*.css?inline" {
  const css: string;
  export default css;
}
