/**
 * The four built-in practice trackers. Every sentence is this project's own; none is taken from a published scale.
 * Wording rules: one idea an item, the past seven days, words a thirteen-year-old knows, no hint which answer is hoped for.
 * A change of wording or scoring is a new version: answers stay bound to the version they were given to.
 */
import type { Construct, Instrument, Item } from './tracker.definition.js';

const LABEL = "Practice tracker. Not a validated test. Shows change against this person's own earlier answers only.";
const WEEK = { recall: 'past 7 days', lead: 'Think of the past 7 days.', label: LABEL, validated: false, version: 1 };

function item(key: string, text: string, low: string, middle: string, high: string, reverse = false): Item {
  return { key, text, min: 0, max: 10, low, middle, high, reverse };
}

function construct(key: string, title: string, ...items: string[]): Construct {
  return { key, title, items };
}

export const TRUST_CHECK_IN: Instrument = {
  ...WEEK,
  id: '5ca1e000-0001-5000-8000-000000000001',
  code: 'trust-check-in',
  title: 'Weekly trust check-in',
  audience: 'injured',
  higherMeans: 'more trust',
  items: [
    item(
      'showing-feelings',
      'How safe was it to show your partner what you felt?',
      'not safe at all',
      'safe with some feelings',
      'safe with all of them',
    ),
    item('at-ease', 'How at ease were you when the two of you were together?', 'not at all', 'partly', 'fully'),
    item(
      'open-about-days',
      'How open was your partner about how they spent their time?',
      'not open at all',
      'open about some of it',
      'open about all of it',
    ),
    item(
      'clear-answers',
      'When you asked something, how clear was the answer?',
      'not clear',
      'partly clear',
      'fully clear',
    ),
    item(
      'did-as-said',
      'How often did your partner do what they had said they would do?',
      'never',
      'about half the time',
      'every time',
    ),
    item(
      'everyday-fit',
      'How well did what you saw day to day fit with what you were told?',
      'not at all',
      'partly',
      'fully',
    ),
    item(
      'took-responsibility',
      'How far did your partner take responsibility for what they did?',
      'not at all',
      'partly',
      'fully',
    ),
    item(
      'understood-effect',
      'How well did your partner seem to grasp what it did to you?',
      'not at all',
      'partly',
      'fully',
    ),
    item('limits-respected', 'How far were the limits you set respected?', 'not at all', 'some of them', 'all of them'),
    item('own-sense', 'How much did you trust your own sense of what was going on?', 'not at all', 'partly', 'fully'),
    item(
      'own-choices',
      'How sure were you of the choices you made for yourself?',
      'not sure',
      'partly sure',
      'fully sure',
    ),
  ],
  constructs: [
    construct('emotional-safety', 'Emotional safety', 'showing-feelings', 'at-ease'),
    construct('transparency', 'Openness as you saw it', 'open-about-days', 'clear-answers'),
    construct('actions-match-words', 'Actions match words', 'did-as-said', 'everyday-fit'),
    construct('felt-accountability', 'Responsibility as you felt it', 'took-responsibility', 'understood-effect'),
    construct('boundaries-respected', 'Limits respected', 'limits-respected'),
    construct('self-trust', 'Trust in myself', 'own-sense', 'own-choices'),
  ],
  // Trust in oneself may grow whatever becomes of the couple, so it never enters the total.
  total: {
    title: 'Trust in my partner',
    of: 'constructs',
    keys: ['emotional-safety', 'transparency', 'actions-match-words', 'felt-accountability', 'boundaries-respected'],
    needed: 4,
  },
};

export const ACCOUNTABILITY: Instrument = {
  ...WEEK,
  id: '5ca1e000-0002-5000-8000-000000000002',
  code: 'accountability',
  title: 'Accountability log-in',
  audience: 'involved',
  higherMeans: 'more accountability',
  items: [
    item(
      'said-plainly',
      'When the betrayal came up, how plainly did you say what you did?',
      'not plainly',
      'partly',
      'fully',
    ),
    item('no-excuses', 'How far did you own it without adding an excuse?', 'not at all', 'partly', 'fully'),
    item(
      'told-first',
      'How often did you tell your partner things that matter to them before they asked?',
      'never',
      'about half the time',
      'every time',
    ),
    item(
      'stayed-near',
      'When your partner was in pain, how much of the time did you stay?',
      'none of the time',
      'about half the time',
      'all of the time',
    ),
    item(
      'attention-on-them',
      'When your partner was in pain, how far was your attention on them?',
      'not at all',
      'partly',
      'fully',
    ),
    item(
      'urge-to-hurry',
      'How strong was your urge to hurry things along?',
      'no urge',
      'some urge',
      'very strong',
      true,
    ),
    item('urge-to-defend', 'How strong was your urge to defend yourself?', 'no urge', 'some urge', 'very strong', true),
    item(
      'own-support',
      'How much did you use support of your own, such as a friend or a group?',
      'not at all',
      'some',
      'as much as I needed',
    ),
  ],
  constructs: [
    construct('owned-without-excuse', 'Owned without excuse', 'said-plainly', 'no-excuses'),
    construct('told-before-asked', 'Told before being asked', 'told-first'),
    construct('stayed-present', 'Stayed present', 'stayed-near', 'attention-on-them'),
    construct('patience', 'Little urge to hurry or defend', 'urge-to-hurry', 'urge-to-defend'),
    construct('support-used', 'Own support used', 'own-support'),
  ],
  // Promises kept of promises due is a fraction of its own, read from the promises themselves; it is not mixed in here.
  total: {
    title: 'Accountability',
    of: 'constructs',
    keys: ['owned-without-excuse', 'told-before-asked', 'stayed-present', 'patience', 'support-used'],
    needed: 4,
  },
};

export const AFTER_SHOCK: Instrument = {
  ...WEEK,
  id: '5ca1e000-0003-5000-8000-000000000003',
  code: 'after-shock',
  title: 'After-shock load',
  audience: 'either',
  higherMeans: 'more load',
  items: [
    item(
      'breaking-in',
      'How much did what happened break into your days?',
      'not at all',
      'some of the time',
      'all the time',
    ),
    item('looking-for-signs', 'How much of your time went into looking for signs?', 'none', 'some', 'most of it'),
    item('body-alert', 'How much was your body on alert?', 'not at all', 'some of the time', 'all the time'),
    item('broken-nights', 'How broken were your nights?', 'not broken', 'some nights', 'every night'),
    item('shut-down', 'How shut down or far away did you feel?', 'not at all', 'partly', 'fully'),
    item(
      'ups-and-downs',
      'How steep were the ups and downs of your mood?',
      'no ups and downs',
      'fairly steep',
      'very steep',
    ),
    item(
      'weight-of-self-blame',
      'How heavily did blame toward yourself weigh?',
      'no weight',
      'some weight',
      'very heavily',
    ),
    item('day-to-day', 'How well could you do what your days asked of you?', 'not at all', 'partly', 'fully', true),
  ],
  constructs: [
    construct('intrusions', 'Breaking in', 'breaking-in'),
    construct('checking', 'Looking for signs', 'looking-for-signs'),
    construct('body-alarm', 'Body on alert', 'body-alert'),
    construct('sleep', 'Broken nights', 'broken-nights'),
    construct('numbness', 'Shut down', 'shut-down'),
    construct('mood-swings', 'Ups and downs', 'ups-and-downs'),
    construct('self-blame', 'Blame toward myself', 'weight-of-self-blame'),
    construct('function', 'Hard to get through the day', 'day-to-day'),
  ],
  total: {
    title: 'Load',
    of: 'items',
    keys: [
      'breaking-in',
      'looking-for-signs',
      'body-alert',
      'broken-nights',
      'shut-down',
      'ups-and-downs',
      'weight-of-self-blame',
      'day-to-day',
    ],
    needed: 6,
  },
};

export const REPAIR_CLIMATE: Instrument = {
  ...WEEK,
  id: '5ca1e000-0004-5000-8000-000000000004',
  code: 'repair-climate',
  title: 'Repair climate and direction',
  audience: 'either',
  higherMeans: 'a warmer climate',
  items: [
    item('warmth', 'How much warmth was there between you?', 'none', 'some', 'a great deal'),
    item(
      'respect-received',
      'When you talked, how respectful was your partner to you?',
      'not at all',
      'partly',
      'fully',
    ),
    item('respect-given', 'When you talked, how respectful were you to your partner?', 'not at all', 'partly', 'fully'),
    item('pace', 'How right was the pace for you?', 'not right', 'partly right', 'just right'),
    item('hope', 'How much hope did you have for the two of you?', 'none', 'some', 'a great deal'),
    item('know-what-i-want', 'How clear were you about what you want?', 'not clear', 'partly clear', 'fully clear'),
    item('can-say-it', 'How well could you put into words what you want?', 'not at all', 'partly', 'fully'),
    item('pull-to-stay', 'How strong was the pull to stay?', 'no pull', 'some pull', 'very strong'),
    item('pull-to-leave', 'How strong was the pull to leave?', 'no pull', 'some pull', 'very strong'),
  ],
  constructs: [
    construct('warmth', 'Warmth', 'warmth'),
    construct('respect', 'Respectful talk', 'respect-received', 'respect-given'),
    construct('pace', 'Pace right for me', 'pace'),
    construct('hope', 'Hope about us', 'hope'),
    construct('clarity', 'Clear about what I want', 'know-what-i-want', 'can-say-it'),
    // Two lines of their own: a person can feel both pulls at once, so one is never taken from the other.
    construct('stay', 'Pull to stay', 'pull-to-stay'),
    construct('leave', 'Pull to leave', 'pull-to-leave'),
  ],
  total: {
    title: 'Climate',
    of: 'items',
    keys: ['warmth', 'respect-received', 'respect-given', 'pace', 'hope'],
    needed: 4,
  },
};

export const TRACKERS: readonly Instrument[] = [TRUST_CHECK_IN, ACCOUNTABILITY, AFTER_SHOCK, REPAIR_CLIMATE];
