// Reads JSON-LD from stdin by jsonld.js and writes it as sorted N-Quads; what lies elsewhere is not fetched.
const { modules } = require("./modules.cjs");
const jsonld = modules("jsonld");

const documentLoader = (address) => {
  throw new Error(`the document is not whole in itself: it asks for ${address}`);
};

async function main() {
  const text = require("node:fs").readFileSync(0, "utf8");
  const quads = await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads", documentLoader });
  process.stdout.write(quads);
}

main().catch((error) => {
  console.error(error.stack);
  process.exit(1);
});
