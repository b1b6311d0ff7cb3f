import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";

/** Debian's nginx, one process, with the head and the bytes of the house's page as a file. */
const [file = "", directory = ""] = process.argv.slice(2);
const { headers, text } = JSON.parse(readFileSync(file, "utf8")) as {
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};
/** What nginx writes by itself. */
const own = new Set(["content-type", "content-length", "date", "connection", "keep-alive"]);

mkdirSync(join(directory, "site"), { recursive: true });
writeFileSync(join(directory, "site/page"), Buffer.from(text, "latin1"));
const port = await freePort();
const added = Object.entries(headers)
  .filter(([name]) => !own.has(name))
  .map(([name, value]) => `add_header ${name} "${value.replaceAll(/(["\\$])/g, "\\$1")}";`);
const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
  (name) => `${name}_temp_path ${directory}/${name};`,
);
const configuration = `
daemon off; master_process off; error_log stderr crit; pid ${directory}/pid;
events { worker_connections 512; }
http {
  access_log off; sendfile on; tcp_nopush on; etag off; server_tokens off;
  keepalive_requests 1000000000; open_file_cache max=10; open_file_cache_valid 1h;
  types { } default_type "${headers["content-type"] ?? "text/html"}";
  ${temporary.join(" ")}
  server {
    listen 127.0.0.1:${port}; root ${directory}/site;
    ${added.join("\n    ")}
    location = / { try_files /page =404; }
  }
}
`;
writeFileSync(join(directory, "nginx.conf"), configuration);
const nginx = spawn("nginx", ["-p", directory, "-c", join(directory, "nginx.conf")], {
  stdio: ["ignore", "inherit", "inherit"],
});
nginx.on("error", () => process.exit(1));
nginx.on("exit", (code) => process.exit(code ?? 0));
process.on("SIGTERM", () => nginx.kill("SIGTERM"));
console.log(`ready ${port}`);

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = server.address() as AddressInfo;
      server.close(() => resolve(free));
    });
  });
}
