import { coach, labelled } from '../src/cli/coach-eval.js';
import { keywords, macro, measure, nothing, precision, recall, wilson } from '../src/cli/coach-measure.rules.js';
import { CATEGORIES, read } from '../src/coach/coach.rules.js';
import { RULES } from '../src/coach/finding.rules.js';

const CORPUS = labelled(new URL('coach/sentences.jsonl', import.meta.url).pathname);
const rulesOf = (text: string): string[] => [...coach(text)].sort();

describe('the apology coach, measured on our own sentences', () => {
  const held = CORPUS.filter(({ half }) => half === 'held-out');
  const measured = measure(held, coach);

  it('has enough to be measured on', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(400);
    for (const rule of RULES)
      expect(CORPUS.filter(({ labels }) => labels.includes(rule)).length).toBeGreaterThanOrEqual(35);
    expect(CORPUS.filter(({ labels }) => labels.length === 0).length).toBeGreaterThanOrEqual(150);
  });

  it.each(RULES)('finds %s on the held-out half, with few mistakes', (rule) => {
    expect(recall(measured.rules[rule])).toBeGreaterThanOrEqual(0.8);
    expect(precision(measured.rules[rule])).toBeGreaterThanOrEqual(0.75);
  });

  it('leaves clean sentences alone, on every part of the corpus', () => {
    expect(macro(measured, recall)).toBeGreaterThanOrEqual(0.9);
    const { clean, falseFlags } = measure(CORPUS, coach);
    expect(falseFlags / clean).toBeLessThanOrEqual(0.03);
  });

  it('holds on sentences that no rule was ever written for', () => {
    const unseen = measure(
      CORPUS.filter(({ half }) => half === 'unseen'),
      coach,
    );
    expect(macro(unseen, recall)).toBeGreaterThanOrEqual(0.8);
    expect(unseen.falseFlags / unseen.clean).toBeLessThanOrEqual(0.05);
  });

  it('beats both baselines', () => {
    const words = measure(held, keywords);
    expect(macro(measured, recall)).toBeGreaterThan(macro(words, recall));
    expect(measured.falseFlags).toBeLessThan(words.falseFlags);
    expect(macro(measure(held, nothing), recall)).toBe(0);
  });

  it('gives wide intervals for few sentences', () => {
    const [low, high] = wilson(8, 10);
    expect(low).toBeCloseTo(0.49, 2);
    expect(high).toBeCloseTo(0.943, 2);
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});

describe('what a hint says', () => {
  it('quotes the very words, wherever they stand and however they are typed', () => {
    const text = 'I wrote to her in May.\n\nIt’s true —  I’m sorry if  that hurt you… and I hid it.';
    const { hints } = read(text);
    expect(hints.map(({ rule }) => rule)).toEqual(['conditional']);
    for (const { start, end, quote } of hints) expect(text.slice(start, end)).toBe(quote);
    expect(hints[0]!.quote).toContain('sorry if  that hurt you');
  });

  it('says why it can hurt and asks one question', () => {
    for (const { text } of CORPUS)
      for (const { why, question } of read(text).hints) {
        expect(why.length).toBeGreaterThan(20);
        expect(question.match(/\?/g)).not.toBeNull();
      }
  });

  it.each(CATEGORIES)(
    'has an example for $rule that it has nothing to say to, and that stands in no corpus',
    (category) => {
      expect(category.example.length).toBeGreaterThan(20);
      expect(read(category.example).hints).toEqual([]);
      expect(CORPUS.map(({ text }) => text)).not.toContain(category.example);
    },
  );

  it('gives one hint for one place and rule', () => {
    const { hints } = read('Please just forgive me and let us move on.');
    expect(new Set(hints.map(({ rule, start }) => `${rule} ${start}`)).size).toBe(hints.length);
  });
});

describe('what is told, quoted or refused', () => {
  it.each([
    'I told you it was only a drink, and that was a lie.',
    'It meant nothing, I used to say.',
    'I said "you made me do it" and you believed me.',
    'I will not say that mistakes were made.',
    'I blamed your work for it.',
    'I was lonely, and that is no excuse.',
    'I never said it was just once because that would have been a lie.',
  ])('leaves alone: %s', (text) => expect(rulesOf(text)).toEqual([]));

  it('does not let a disclaimer before the excuse cover it', () => {
    expect(rulesOf('It is no excuse, but I was so lonely.')).toContain('justification');
  });
});

describe('the letter as a whole', () => {
  it('asks for the act only while no sentence names one', () => {
    expect(rulesOf('I am sorry for everything.')).toEqual(['vague_act']);
    expect(rulesOf('I am sorry for everything. I slept with your friend in June.')).toEqual([]);
    expect(rulesOf('I am sorry.')).toEqual([]);
  });

  it('names the parts that were not found yet', () => {
    expect(read('I am sorry.').missing).toEqual([
      'what-i-did',
      'how-it-landed',
      'responsibility',
      'repair',
      'from-now-on',
    ]);
    const whole =
      'I lied to you for a year. You lost your sleep over it. It was my choice. I am ashamed. I will pay back the loan. Every Monday I will show you the statement.';
    expect(read(whole).missing).toEqual([]);
  });

  it('notices what seems to be told for the first time', () => {
    expect(read('There is something else I never told you.').newFacts).toHaveLength(1);
    expect(read('You know all of it.').newFacts).toEqual([]);
  });
});

describe('other languages', () => {
  it.each([
    'Es tut mir leid, wenn ich dich verletzt habe, aber ich war so einsam.',
    'Lo siento si te hice daño, pero estaba borracho.',
    'Je suis désolé si je t’ai fait mal, mais tu ne me parlais pas.',
    'Прости меня, если тебе было больно.',
    'もしあなたを傷つけたなら、ごめんなさい。',
  ])('is silent: %s', (text) => expect(read(text)).toEqual({ hints: [], missing: [], newFacts: [], english: false }));

  it.each([
    'He seduced me.',
    'Sorry, mon amour, if I hurt you.',
    'Mistakes were made.',
    'It was die-hard nonsense, I was high.',
  ])('takes for English: %s', (text) => expect(read(text).english).toBe(true));
});
