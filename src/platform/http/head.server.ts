/** What is asked of every request's head, found in one look: to have Node sort all its headers takes longer than a page that lies ready. */
export interface Head {
  /** How often a host is named: anything but once may have been read otherwise by a proxy before us. */
  readonly hosts: number;
  /** The last one named, '' without any. */
  readonly host: string;
  readonly accepted: string;
  /** Fetched before a person asked for it. */
  readonly isAhead: boolean;
  readonly length: string | undefined;
  /** All codings named, with ", " between. */
  readonly coding: string | undefined;
}

/** `raw` is name, value, name, … as Node has it from the line. */
export function skim(raw: readonly string[]): Head {
  let [hosts, host, accepted, isAhead] = [0, "", "", false];
  let length: string | undefined;
  let coding: string | undefined;
  for (let at = 0; at < raw.length; at += 2) {
    const name = raw[at] ?? "";
    const value = raw[at + 1] ?? "";
    // By their length first: of a browser's dozen headers, hardly another is as long as these.
    if (name.length === 4 && isNamed(name, "host")) [hosts, host] = [hosts + 1, value];
    else if (name.length === 15 && isNamed(name, "accept-encoding")) accepted = value;
    else if (name.length === 11 || name.length === 7) isAhead ||= /^(sec-)?purpose$/i.test(name);
    else if (name.length === 14 && isNamed(name, "content-length")) length = value;
    else if (name.length === 17 && isNamed(name, "transfer-encoding"))
      coding = coding === undefined ? value : `${coding}, ${value}`;
  }
  return { hosts, host, accepted, isAhead, length, coding };
}

const isNamed = (name: string, wanted: string): boolean => name.toLowerCase() === wanted;
