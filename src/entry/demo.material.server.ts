// A leaflet of the demonstration, drawn as a PDF of one page: a link to a site that is not there would teach nothing.

const title = "När kärlek gör ont: frågor att prata om i klassen";

/** Each ends its line where the page does. */
const lines = [
  "Till dig som är lärare. Ta två eller tre av frågorna i taget, helst några dagar efter",
  "föreläsningen. Ingen ska behöva berätta om sig själv: prata om personer i berättelser.",
  "",
  "1. Vad är skillnaden på att bry sig om någon och att vilja bestämma över någon?",
  "2. Hur kan man märka att en kompis är rädd för sin pojkvän eller flickvän?",
  "3. Är svartsjuka ett tecken på kärlek? Vad skulle det annars kunna vara?",
  "4. Får den man är ihop med läsa ens mobil? Får man säga nej, och vad händer då?",
  "5. Vad kan man säga till en kompis som har det svårt? Vad ska man låta bli att säga?",
  "6. Vem på skolan kan man gå till, och vad måste den personen berätta vidare?",
  "",
  "Vill en elev prata med någon: ungdomsjouren svarar utan att fråga vem man är.",
  "Bris, 116 111, svarar dygnet runt den som är under 18. Är någon i fara: ring 112.",
  "",
  "Ett påhittat material, som hör till demonstrationen av Lykta.",
];

const MARGIN = 64;
const TOP = 760;
const LEADING = 20;

/** As a PDF writes words: between brackets, which themselves are marked. */
const words = (text: string): string => `(${text.replace(/[()\\]/g, (one) => `\\${one}`)})`;

const page = (): string =>
  [
    `BT /F2 16 Tf ${MARGIN} ${TOP} Td ${words(title)} Tj ET`,
    `BT /F1 11 Tf ${LEADING} TL ${MARGIN} ${TOP - 2 * LEADING} Td`,
    ...lines.map((line) => `${words(line)} Tj T*`),
    "ET",
  ].join("\n");

const font = (name: string): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

/** One byte a character: what stands here has no others. */
export function classQuestions(): Uint8Array {
  const drawn = page();
  const fonts = "<< /Font << /F1 5 0 R /F2 6 0 R >> >>";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) /ViewerPreferences << /DisplayDocTitle true >> >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources ${fonts} >>`,
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    ...[font("Helvetica"), font("Helvetica-Bold"), `<< /Title ${words(title)} >>`],
  ];
  let text = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + end, "latin1");
}
