/** The browsers whose private window we can describe. */
export type BrowserKind =
  | "chrome"
  | "chrome-phone"
  | "edge"
  | "edge-phone"
  | "firefox"
  | "firefox-phone"
  | "safari"
  | "safari-phone"
  | "samsung"
  | "other";

/** Read from the browser's name, here in the page: the answer is never sent anywhere. */
export function browserKind(agent: string, touchPoints: number): BrowserKind {
  // An iPad calls itself a Mac; no Mac has a touch screen.
  const phone =
    /Android|iPhone|iPad|iPod/.test(agent) || (/Macintosh/.test(agent) && touchPoints > 1);
  if (/SamsungBrowser/.test(agent)) return "samsung";
  if (/Edg(e|A|iOS)?\//.test(agent)) return phone ? "edge-phone" : "edge";
  if (/Firefox\/|FxiOS\//.test(agent)) return phone ? "firefox-phone" : "firefox";
  // Others that are built on Chrome keep its name and put theirs beside it.
  if (/OPR\/|Opera|YaBrowser|UCBrowser|DuckDuckGo|Ddg\//.test(agent)) return "other";
  // A window inside another app has no private mode of its own.
  if (/; wv\)|FBAN|FBAV|Instagram|Snapchat|TikTok|musical_ly/.test(agent)) return "other";
  if (/Chrome\/|CriOS\//.test(agent)) return phone ? "chrome-phone" : "chrome";
  if (/Safari\//.test(agent)) return phone ? "safari-phone" : "safari";
  return "other";
}
