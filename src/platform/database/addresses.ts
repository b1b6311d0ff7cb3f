/**
 * The address of each server that a connection address names. As libpq reads it, one address may name
 * several hosts: `postgresql://user@a:5432,b:5432/lykta?target_session_attrs=read-write`. The driver
 * knows only addresses of one host.
 */
export function addressesOf(url: string): string[] {
  const parts = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*)(.*)$/.exec(url);
  const [, start = "", hosts = "", rest = ""] = parts ?? [];
  if (!hosts.includes(",")) return [url];
  return hosts.split(",").map((host) => start + host + withoutChoice(rest));
}

/** Which of them to take is ours to find out: the one that takes writes. */
function withoutChoice(rest: string): string {
  const [path = "", query = ""] = rest.split("?", 2);
  const settings = query.split("&").filter((one) => !one.startsWith("target_session_attrs="));
  return settings.join("") === "" ? path : `${path}?${settings.join("&")}`;
}
