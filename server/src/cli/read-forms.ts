import fs from 'node:fs';
import path from 'node:path';
import { readUpload } from '../fhir/import.rules.js';

/**
 * `npm run fhir:read -- <file or folder>…`: what the import of a clinic would say to each file, with nothing kept. The words
 * of published forms stay outside of these sources, so the tests have forms of their own, and real ones are read by this.
 */
function filesIn(given: string): string[] {
  if (!fs.statSync(given).isDirectory()) return [given];
  return fs
    .readdirSync(given)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => path.join(given, name));
}

function outcome(sent: string): string {
  const result = readUpload(sent);
  if (result.form === null)
    return ['refused', ...result.faults.map(({ path: at, code }) => `  ${at} ${code}`)].join('\n');
  const became = result.recognisedAs ?? 'no scale by its codes';
  return [
    `read: ${became}${result.needsMapping ? ', to be mapped' : ''}`,
    ...result.warnings.map((each) => `  ${each}`),
  ].join('\n');
}

const given = process.argv.slice(2);
const missing = given.filter((name) => !fs.existsSync(name));
if (given.length === 0 || missing.length > 0) {
  console.error(
    missing.length > 0 ? `There is no ${missing.join(', no ')}.` : 'Name a file or a folder of FHIR R4 questionnaires.',
  );
  process.exitCode = 1;
} else
  for (const file of given.flatMap(filesIn))
    console.log(`${path.basename(file)} ${outcome(fs.readFileSync(file, 'utf8'))}`);
