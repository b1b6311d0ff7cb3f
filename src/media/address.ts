/** A picture of the jour, as its address tells it: pages need nothing else to leave room for it. */
export interface PictureAddress {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

const form =
  /^\/bild\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9]\d{0,3})x([1-9]\d{0,3})$/;

/** The widest that a column of text can show. */
export const MAX_WIDTH = 960;
const PHONE_WIDTH = 480;

export function pictureAddress({ id, width, height }: PictureAddress): string {
  return `/bild/${id}-${width}x${height}`;
}

/** undefined for whatever is not the address of a picture of this house. */
export function readPictureAddress(address: string): PictureAddress | undefined {
  const [, id, width, height] = form.exec(address) ?? [];
  return id === undefined ? undefined : { id, width: Number(width), height: Number(height) };
}

/** In which widths a picture of this width lies ready. */
export function widthsOf(width: number): number[] {
  return width > PHONE_WIDTH ? [PHONE_WIDTH, width] : [width];
}
