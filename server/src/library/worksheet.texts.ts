import type { Column, Field, Worksheet } from './worksheet.definition.js';

/** A worksheet without what makes it a version: what somebody writes, and what a version holds. */
export type Definition = Omit<Worksheet, 'id' | 'key' | 'version'>;

/** Words of a worksheet with their place in it, such as `sections[0].fields[2].hint`. */
export interface Passage {
  readonly path: string;
  readonly text: string;
}

/** Every text that is shown to whoever fills the sheet in, in the order in which it is read. */
export const passagesOf = (definition: Definition): Passage[] => [
  { path: 'title', text: definition.title },
  { path: 'summary', text: definition.summary },
  { path: 'contentNote', text: definition.contentNote },
  ...definition.sections.flatMap((section, s) => [
    { path: `sections[${s}].title`, text: section.title },
    { path: `sections[${s}].intro`, text: section.intro },
    ...section.fields.flatMap((field, f) => passagesOfField(field, `sections[${s}].fields[${f}]`)),
  ]),
];

/** The texts of one question, with those of its choices and columns. */
export function passagesOfField(field: Field | Column, path: string): Passage[] {
  const plain = [
    { path: `${path}.label`, text: field.label },
    { path: `${path}.hint`, text: field.hint ?? '' },
    { path: `${path}.help`, text: field.help ?? '' },
  ];
  if (field.type === 'one' || field.type === 'multi')
    plain.push(...field.options.map(({ label }, i) => ({ path: `${path}.options[${i}].label`, text: label })));
  if (field.type === 'scale')
    plain.push(...[field.low, field.high].map((text, i) => ({ path: `${path}.options[${i}].label`, text })));
  if (field.type === 'rows') {
    plain.push({ path: `${path}.itemLabel`, text: field.itemLabel });
    plain.push(...field.columns.flatMap((column, i) => passagesOfField(column, `${path}.columns[${i}]`)));
  }
  return plain.filter(({ text }) => text.trim() !== '');
}
