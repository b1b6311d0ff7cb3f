import type { PhoneView } from "./views.ts";

/**
 * A number as people write it, and as a telephone dials it. Ordinary numbers get the country's code,
 * because many who seek support have a foreign card in their phone; 020 and short numbers have none.
 */
export function phoneView(shown: string): PhoneView {
  const digits = shown.replaceAll(/[^\d+]/g, "");
  const national = digits.startsWith("0") && !digits.startsWith("020") && digits.length > 6;
  return { shown, href: `tel:${national ? `+46${digits.slice(1)}` : digits}` };
}
