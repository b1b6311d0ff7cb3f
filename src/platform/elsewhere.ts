/** Another site, over a line that nobody reads along, and without a name before an "@" that looks like the host. */
export function isElsewhere(address: string): boolean {
  if (!/^https:\/\/[^/]/i.test(address) || !URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === "https:" && username === "" && password === "";
}
