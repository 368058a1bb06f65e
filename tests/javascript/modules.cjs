// Finds packages where READOUT_JAVASCRIPT says that they are installed, outside the checkout.
const { createRequire } = require("node:module");
const path = require("node:path");

exports.modules = createRequire(path.join(process.env.READOUT_JAVASCRIPT, "package.json"));
