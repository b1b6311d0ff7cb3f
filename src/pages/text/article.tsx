import { createElement, Fragment, type JSX } from "preact";
import { pictureAddress, widthsOf } from "../../media/index.ts";
import type { Element, Node, Picture } from "./parse.ts";

interface ArticleProps {
  readonly nodes: readonly Node[];
}

/** The text of a page. The site and the editor's preview both show it by this, and by nothing else. */
export function Article({ nodes }: ArticleProps): JSX.Element {
  return <div class="article">{nodes.map((node, at) => shown(node, at))}</div>;
}

function shown(node: Node, key: number): JSX.Element | string {
  if (typeof node === "string") return node;
  if (node.tag === "picture") return <Shown key={key} picture={node} />;
  // A picture alone on its line stands by itself, with its caption.
  const [only] = node.children;
  if (node.tag === "p" && node.children.length === 1 && isPicture(only))
    return <Shown key={key} picture={only} alone />;
  const inner = node.children.map(shown);
  const { href, elsewhere, id, start } = node;
  const own = {
    ...{ key, href, id, start, ...(elsewhere && { rel: "noreferrer" }) },
    // Among words from right to left the groups of a number would change places.
    ...(isNumber(node) && { dir: "ltr" }),
  };
  return createElement(node.tag, own, ...inner);
}

const isNumber = ({ tag, children }: Element): boolean =>
  tag === "a" && children.every((one) => typeof one === "string" && /^[\d\s+()/–-]+$/.test(one));

const isPicture = (node: Node | undefined): node is Picture =>
  typeof node === "object" && node.tag === "picture";

interface ShownProps {
  readonly picture: Picture;
  readonly alone?: boolean;
}

function Shown({ picture, alone = false }: ShownProps): JSX.Element {
  const drawn = <Drawn {...picture} />;
  if (!alone) return drawn;
  return (
    <figure>
      {drawn}
      {picture.caption === "" ? <Fragment /> : <figcaption>{picture.caption}</figcaption>}
    </figure>
  );
}

/** A picture in the smallest form that the browser can show; its room is there before it has come. */
export function Drawn(picture: Omit<Picture, "tag" | "caption">): JSX.Element {
  const { width, height, alt } = picture;
  const address = pictureAddress(picture);
  const named = (type: string): string =>
    widthsOf(width)
      .map((one) => `${address}/${one}.${type} ${one}w`)
      .join(", ");
  return (
    <picture>
      <source type="image/avif" srcset={named("avif")} sizes="(max-width: 48rem) 100vw, 44rem" />
      <img
        src={`${address}/${width}.webp`}
        srcset={named("webp")}
        sizes="(max-width: 48rem) 100vw, 44rem"
        width={width}
        height={height}
        alt={alt}
      />
    </picture>
  );
}
