// Validates JSON with a real JSON Schema validator. Argument: the file of a schema. Reads one document from standard input and
// prints what is wrong with it, one error to a line; nothing when it is valid.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
const [folder, name] = [dirname(process.argv[2]), basename(process.argv[2])];
// Schemas refer to those beside them by their file names.
for (const file of readdirSync(folder).filter((file) => file.endsWith(".json") && file !== "openapi.json"))
  ajv.addSchema(JSON.parse(readFileSync(join(folder, file), "utf8")), file);
const validate = ajv.getSchema(name);
const document = JSON.parse(await text(process.stdin));
for (const [place, item] of (Array.isArray(document) ? document : [document]).entries()) {
  if (validate(item)) continue;
  for (const error of validate.errors) console.log(`${place}${error.instancePath}: ${error.message}`);
}
