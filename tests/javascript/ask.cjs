// Asks an endpoint by Comunica: node ask.cjs ENDPOINT MEDIA_TYPE < query; the answer goes to stdout.
const { modules } = require("./modules.cjs");
const { QueryEngine } = modules("@comunica/query-sparql");

async function main() {
  const [endpoint, mediaType] = process.argv.slice(2);
  const query = require("node:fs").readFileSync(0, "utf8");
  const engine = new QueryEngine();
  const result = await engine.query(query, { sources: [{ type: "sparql", value: endpoint }] });
  const { data } = await engine.resultToString(result, mediaType);
  data.pipe(process.stdout);
}

main().catch((error) => {
  console.error(error.stack);
  process.exit(1);
});
