import type { OpenSocket, Post } from "./link-transport.browser.ts";

/** What a link needs from the world around it. */
export interface LinkEnvironment {
  /** The address of the live connection, without its fallback's suffix. */
  readonly url: string;
  readonly openSocket: OpenSocket;
  readonly post: Post;
  /** The network or the page came back: a good moment to try again at once. */
  onWake(wake: () => void): () => void;
}

export const post: Post = async (url, body, session, signal) => {
  // The session is also told in a header, so that a proxy can lead it always to the same process.
  const headers = { "Content-Type": "application/octet-stream", "Live-Session": session };
  const answer = await fetch(url, { method: "POST", body, headers, signal, cache: "no-store" });
  return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
};

export function browserEnvironment(): LinkEnvironment {
  return {
    url: new URL("/live", location.href).href,
    openSocket: (url) => new WebSocket(url),
    post,
    onWake(wake) {
      const woken = (): void => {
        if (document.visibilityState === "visible") wake();
      };
      addEventListener("online", wake);
      document.addEventListener("visibilitychange", woken);
      return () => {
        removeEventListener("online", wake);
        document.removeEventListener("visibilitychange", woken);
      };
    },
  };
}
