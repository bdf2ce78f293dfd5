import { describe, expect, it } from '@jest/globals';
import { EMPTY_PLAN, planFromAnswers } from '../src/setbacks/plan.rules.js';
import { speaksOfDanger } from '../src/setbacks/danger.rules.js';

describe('words that may speak of danger', () => {
  it.each([
    'I want to kill myself',
    'I don’t want to be here any more.',
    'They would be better off without me',
    'I just want to die',
    'I cannot go on like this',
    'He pushed me against the door',
    'She threatened me again',
    'I’m scared of him tonight',
    'I do not feel safe at home',
    'I could hurt her',
    'I am cutting myself again',
  ])('are found in: %s', (text) => expect(speaksOfDanger(text)).toBe(true));

  it.each([
    'We had a bad evening and slept in two rooms.',
    'He saw J. at work and told me two days later.',
    'It hurts so much, I cried all night',
    'I checked his phone. I am ashamed.',
    'She cut me off while I was talking',
    'I was afraid it would begin again',
    'We fought about money.',
    '',
  ])('are not seen in: %s', (text) => expect(speaksOfDanger(text)).toBe(false));
});

describe('a plan out of the worksheet', () => {
  it('takes over what was answered, in its order, and leaves out empty lines', () => {
    const plan = planFromAnswers({
      steps: [
        { rowId: '1', who: '', step: 'Go for a walk' },
        { rowId: '2', who: 'Me', step: 'Call Ana' },
        { rowId: '3', who: 'Me', step: '  ' },
      ],
      call: [{ rowId: '4', who: 'Ana', contact: '555 0188' }, { rowId: '5' }],
      signs: [{ rowId: '6', sign: 'I stop eating lunch', 'seen-by': 'Tom' }],
      'stop-talk': ' Lighthouse, for half an hour ',
      'safety-steps': [{ rowId: '7', step: 'Go to my sister', who: 'Ana' }],
      contact: [{ rowId: '8', what: 'A message' }],
    });
    expect(plan).toEqual({
      steps: ['Go for a walk', 'Me: Call Ana'],
      people: [{ name: 'Ana', phone: '555 0188' }],
      signs: ['I stop eating lunch'],
      stopWord: 'Lighthouse, for half an hour',
      notToday: null,
      safetySteps: ['Go to my sister (Ana)'],
    });
  });

  it('is empty where nothing was answered', () => expect(planFromAnswers({})).toEqual(EMPTY_PLAN));
});
