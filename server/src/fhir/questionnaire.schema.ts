import { z } from 'zod';

/**
 * The part of an R4 Questionnaire that is read, as it must be shaped. Fields that are not named here are kept in the
 * original and read by nobody. What the fields mean is looked at afterwards, where a path and a reason can be given.
 */
const text = z.string().max(20_000);
const short = z.string().max(1000);

const extension = z.object({
  url: short,
  valueDecimal: z.number().optional(),
  valueInteger: z.number().optional(),
  valueBoolean: z.boolean().optional(),
  valueString: text.optional(),
  valueCode: short.optional(),
  valueExpression: z
    .object({ language: short.optional(), name: short.optional(), expression: z.string().optional() })
    .optional(),
});
export type Extension = z.infer<typeof extension>;

const extensions = z.array(extension).optional();

const coding = z.object({
  system: short.optional(),
  code: short.optional(),
  display: text.optional(),
  extension: extensions,
});
export type Coding = z.infer<typeof coding>;

const answerOption = z.object({
  valueCoding: coding.optional(),
  valueInteger: z.int().optional(),
  valueString: text.optional(),
  valueDate: short.optional(),
  valueTime: short.optional(),
  extension: extensions,
});
export type AnswerOption = z.infer<typeof answerOption>;

const condition = z.object({
  question: short,
  operator: short,
  answerBoolean: z.boolean().optional(),
  answerDecimal: z.number().optional(),
  answerInteger: z.int().optional(),
  answerDate: short.optional(),
  answerDateTime: short.optional(),
  answerTime: short.optional(),
  answerString: text.optional(),
  answerCoding: coding.optional(),
  answerQuantity: z.object({ value: z.number().optional() }).optional(),
  answerReference: z.unknown().optional(),
});
export type Condition = z.infer<typeof condition>;

const item = z.object({
  linkId: short,
  type: short,
  text: text.optional(),
  prefix: short.optional(),
  code: z.array(coding).optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  maxLength: z.int().optional(),
  enableWhen: z.array(condition).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
  answerValueSet: short.optional(),
  answerOption: z.array(answerOption).optional(),
  extension: extensions,
  _text: z.object({ extension: extensions }).optional(),
  get item() {
    return z.array(item).optional();
  },
});
export type QuestionnaireItem = z.infer<typeof item>;

export const questionnaire = z.object({
  resourceType: z.literal('Questionnaire'),
  url: short.optional(),
  version: short.optional(),
  name: short.optional(),
  title: text.optional(),
  status: short.optional(),
  language: short.optional(),
  copyright: text.optional(),
  code: z.array(coding).optional(),
  derivedFrom: z.array(short).optional(),
  meta: z.object({ profile: z.array(short).optional() }).optional(),
  extension: extensions,
  contained: z.array(z.object({ resourceType: short }).loose()).optional(),
  item: z.array(item).optional(),
});
export type Questionnaire = z.infer<typeof questionnaire>;

const concept = z.object({
  system: short.optional(),
  code: short.optional(),
  display: text.optional(),
  extension: extensions,
});

export const valueSet = z.object({
  resourceType: z.literal('ValueSet'),
  id: short.optional(),
  url: short.optional(),
  compose: z
    .object({
      include: z
        .array(
          z.object({
            system: short.optional(),
            concept: z.array(concept).optional(),
            filter: z.array(z.unknown()).optional(),
            valueSet: z.array(short).optional(),
          }),
        )
        .optional(),
      exclude: z.array(z.unknown()).optional(),
    })
    .optional(),
  expansion: z
    .object({
      contains: z.array(concept.extend({ contains: z.array(z.unknown()).optional() })).optional(),
    })
    .optional(),
});
export type ValueSet = z.infer<typeof valueSet>;

const answerShape = z.object({
  valueCoding: coding.optional(),
  valueBoolean: z.boolean().optional(),
  valueDecimal: z.number().optional(),
  valueInteger: z.int().optional(),
  valueString: text.optional(),
  valueDate: short.optional(),
  valueTime: short.optional(),
  valueQuantity: z.object({ value: z.number().optional() }).optional(),
});
export type ResponseAnswer = z.infer<typeof answerShape> & { item?: ResponseItem[] | undefined };
export interface ResponseItem {
  linkId: string;
  answer?: ResponseAnswer[] | undefined;
  item?: ResponseItem[] | undefined;
}
const responseItem: z.ZodType<ResponseItem> = z.lazy(() =>
  z.object({
    linkId: short,
    answer: z.array(answerShape.extend({ item: z.array(responseItem).optional() })).optional(),
    item: z.array(responseItem).optional(),
  }),
);

export const questionnaireResponse = z.object({
  resourceType: z.literal('QuestionnaireResponse'),
  status: short,
  questionnaire: short.optional(),
  authored: short.optional(),
  item: z.array(responseItem).optional(),
});
