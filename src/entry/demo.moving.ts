// An old site as a jour may have had it, moved in so that a newcomer sees what comes of it: three drafts, and a
// report of what did not come along. Nobody but editors sees any of it.

const page = (title: string, content: string): string => `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>${title} - Kvinnojouren Mira</title></head>
<body><nav><a href="index.html">Start</a></nav><main><h1>${title}</h1>${content}</main>
<footer>Gjord 2009</footer></body></html>`;

export const demoOldSite: Readonly<Record<string, string>> = {
  "gamla-mira/historia.html": page(
    "Så började det",
    `<p>Jouren startade 1982 i ett rum ovanpå biblioteket. Vi var sju kvinnor och en telefon.</p>
     <h2>De första åren</h2><p>Vi turades om att svara, och skrev upp passen på en almanacka.
     <a href="stod/ratten.html">Följa med till rätten</a> gjorde vi från första året.</p>
     <img src="rummet.jpg" alt="Rummet ovanpå biblioteket">`,
  ),
  "gamla-mira/stod/ratten.html": page(
    "Följa med till rätten",
    `<p>En av oss kan sitta bredvid. Vi säger inget i salen, men vi är där.</p>
     <ul><li>Ring oss en vecka innan</li><li>Vi möts utanför</li></ul>
     <p><a href="http://www.domstol.example/hitta">Hitta till domstolen</a></p>`,
  ),
  "gamla-mira/nyheter/loppis.html": page(
    "Höstens loppis",
    `<p><time datetime="2019-10-05">5 oktober 2019</time></p>
     <p>Tack alla som kom. Det blev 4 300 kronor till barnens julfest.</p>
     <form action="/anmal.php"><input name="epost"></form>`,
  ),
  "gamla-mira/anmal.php.bak": "<?php",
};
