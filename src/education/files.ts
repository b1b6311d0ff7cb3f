import { educationPages } from "./contract.ts";

/** How a material names a file of the house; the public page leads to it as it stands. */
export const fileAddress = (id: string): string => educationPages.file.replace(":file", id);

/** Which file an address names; undefined of a link. */
export const fileIn = (address: string): string | undefined =>
  /^\/material\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(address)?.[1];

/** Where those who have booked find a material: a file by their own page, all else where it lies. */
export function addressFor(address: string, own: string): string {
  const file = fileIn(address);
  return file === undefined ? address : `${own}/${file}`;
}
