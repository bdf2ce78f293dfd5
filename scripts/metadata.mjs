// Writes server/src/metadata.ts: what every DTO and controller says in its types, for OpenAPI and for the response whitelist.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const { ReadonlyVisitor } = createRequire(import.meta.url)('@nestjs/swagger/plugin');

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const src = path.join(root, 'server/src');
const configFile = path.join(root, 'server/tsconfig.build.json');
const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
const parsed = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(configFile));
const described = parsed.fileNames.filter((file) => file.startsWith(src) && /\.(dto|controller)\.ts$/.test(file));
const program = ts.createProgram({ rootNames: described, options: { ...parsed.options, noEmit: true } });
const visitor = new ReadonlyVisitor({
  pathToSource: src,
  classValidatorShim: true,
  introspectComments: true,
  esmCompatible: true,
  skipAutoHttpCode: true,
});
for (const file of program.getSourceFiles()) {
  if (!described.includes(path.resolve(file.fileName))) continue;
  for (const node of file.statements) {
    if (ts.isClassDeclaration(node) && !node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)) {
      console.error(
        `${file.fileName}: class ${node.name?.text} must be exported, or its fields are not known at run time`,
      );
      process.exit(1);
    }
  }
  visitor.visit(program, file);
}

const f = ts.factory;
const property = (name, value) => f.createPropertyAssignment(f.createStringLiteral(name), value);
const isNode = (value) => typeof value.kind === 'number';
const literal = (value) =>
  isNode(value)
    ? value
    : f.createObjectLiteralExpression(
        Object.entries(value).map(([k, v]) => property(k, literal(v))),
        true,
      );
const sections = Object.entries(visitor.collect()).map(([kind, entries]) =>
  property(
    kind,
    f.createArrayLiteralExpression(
      entries.map(([file, meta]) => f.createArrayLiteralExpression([file, literal(meta)])),
      true,
    ),
  ),
);
const imports = Object.entries(visitor.typeImports).map(([name, value]) =>
  property(name, typeof value === 'string' ? f.createIdentifier(value) : value),
);
const load = f.createArrowFunction(
  [f.createModifier(ts.SyntaxKind.AsyncKeyword)],
  undefined,
  [],
  undefined,
  undefined,
  f.createBlock(
    [
      f.createVariableStatement(
        undefined,
        f.createVariableDeclarationList(
          [f.createVariableDeclaration('t', undefined, undefined, f.createObjectLiteralExpression(imports, true))],
          ts.NodeFlags.Const,
        ),
      ),
      f.createReturnStatement(
        f.createObjectLiteralExpression(
          [property('@nestjs/swagger', f.createObjectLiteralExpression(sections, true))],
          true,
        ),
      ),
    ],
    true,
  ),
);
const printed = ts
  .createPrinter()
  .printNode(ts.EmitHint.Unspecified, load, ts.createSourceFile('metadata.ts', '', ts.ScriptTarget.ESNext));
const text = `// Written by scripts/metadata.mjs from the DTOs and controllers; not committed.\n// @ts-nocheck\nexport default ${printed};\n`;
const target = path.join(src, 'metadata.ts');
if (!fs.existsSync(target) || fs.readFileSync(target, 'utf8') !== text) fs.writeFileSync(target, text);
