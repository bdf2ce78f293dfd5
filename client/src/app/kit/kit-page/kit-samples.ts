import type { FieldDefinition } from '../answer-form/field-definition';
import type { Choice } from '../choice';
import type { MenuItem } from '../menu/menu';
import type { PaletteGroup } from '../palette/palette';
import type { PickablePerson } from '../people-picker/people-picker';
import type { ChartBand, ChartCutoff, ChartMark, ChartSeries } from '../../../../../server/src/charts/chart.definition';
import type { SaveState } from '../status-line/save-state';
import type { Tab } from '../tabs/tabs';

export const FACES: readonly Choice[] = [
  { key: 'clinic', label: 'Clinic' },
  { key: 'admin', label: 'Admin' },
  { key: 'portal', label: 'Portal' },
];
export const MODES: readonly Choice[] = [
  { key: 'light', label: 'Light' },
  { key: 'dark', label: 'Dark' },
];
export const CALLS: readonly Choice[] = [
  { key: 'yes', label: 'Yes, and leave no message' },
  { key: 'text', label: 'No, text only', note: 'Neutral words, no clinic name' },
];
export const DAYS: readonly Choice[] = [
  { key: 'mon', label: 'Mon' },
  { key: 'wed', label: 'Wed' },
  { key: 'fri', label: 'Fri' },
];
export const KINDS: readonly Choice[] = [
  { key: 'notes', label: 'Notes' },
  { key: 'homework', label: 'Homework' },
  { key: 'check-ins', label: 'Check-ins' },
];

export const SHARED_FIELDS: readonly FieldDefinition[] = [
  { key: 'what', type: 'long', label: 'What happened?' },
  { key: 'strength', type: 'scale', label: 'How strong was it?' },
];
export const SHARED = { what: 'You came home at two and had not called.', strength: 7 };

export const SAVE_STATES: readonly SaveState[] = [
  { kind: 'saved', at: '2026-10-14T21:41:00Z' },
  { kind: 'local' },
  { kind: 'failed' },
  { kind: 'changed-elsewhere', at: '2026-10-14T20:10:00Z' },
];

export const TABS: readonly Tab[] = [
  { link: '/kit', label: 'Timeline' },
  { link: '/kit/notes', label: 'Notes' },
  { link: '/kit/homework', label: 'Homework', count: 2 },
];

export const ROW_ACTS: readonly MenuItem[] = [
  { key: 'note', label: 'Write note' },
  { key: 'assign', label: 'Assign homework' },
  { key: 'scale', label: 'Schedule a scale', disabled: true, note: 'Needs a connection' },
];

export const PEOPLE: readonly PickablePerson[] = [
  { id: '1', name: 'Dana R.', note: 'born 1979' },
  { id: '2', name: 'Maya K.', note: 'with Tom K.' },
  { id: '3', name: 'Tom K.', note: 'with Maya K.' },
];

export const COMMANDS: readonly PaletteGroup[] = [
  {
    label: 'People',
    options: [
      { key: 'maya', label: 'Maya K.', note: 'Next session today 10:00' },
      { key: 'tom', label: 'Tom K.', note: 'Own chart' },
    ],
  },
  { label: 'Do', options: [{ key: 'assign', label: 'Assign homework to Maya K.', shortcut: 'a' }] },
];

const day = (month: number, date: number): string =>
  new Date(Date.UTC(2026, month - 1, date)).toISOString().slice(0, 10);
const FORTNIGHTS = [day(8, 5), day(8, 19), day(9, 2), day(9, 16), day(9, 30), day(10, 14)];
const series = (values: readonly (number | null)[]) => values.map((value, at) => ({ on: FORTNIGHTS[at] ?? '', value }));

export const COUPLE: readonly ChartSeries[] = [
  { name: 'Maya', mark: 'a', points: series([48, 46, 47, 41, 38, 36]) },
  { name: 'Tom', mark: 'b', points: series([29, 31, 30, 27, null, 25]) },
];
export const CUT_OFF: ChartCutoff = { value: 33, side: 'above', label: 'above the cut-off of 33' };
export const CUT_OFF_LINE: ChartCutoff = { value: 10, side: 'above', label: 'cut-off 10' };

export const ONE: readonly ChartSeries[] = [
  {
    name: 'Total',
    mark: 'one',
    points: series([15, 13, null, 8, 12, 18]).map((point) =>
      point.value === 8 ? { ...point, prorated: true, note: 'worked out from 8 of 9' } : point,
    ),
  },
];
export const BANDS: readonly ChartBand[] = [
  { from: 0, to: 5, label: 'minimal' },
  { from: 5, to: 10, label: 'mild' },
  { from: 10, to: 15, label: 'moderate' },
  { from: 15, to: 20, label: 'moderately severe' },
  { from: 20, to: 27, label: 'severe' },
];
export const EVENTS: readonly ChartMark[] = [
  { on: day(8, 27), kind: 'event', label: 'new medication' },
  { on: day(9, 2), kind: 'session', label: 'session' },
  { on: day(9, 16), kind: 'session', label: 'session' },
  { on: day(9, 22), kind: 'disclosure', label: 'planned disclosure' },
  { on: day(9, 25), kind: 'setback', label: 'told of a setback' },
  { on: day(10, 8), kind: 'start', label: 'compared anew from here' },
];
export const CHANCE = { low: 6.5, high: 17.5, from: day(9, 30) };

export const WORKSHEET: readonly FieldDefinition[] = [
  {
    key: 'lost',
    type: 'long',
    label: 'What did you lose that day?',
    hint: 'There is no right answer. You can skip this.',
  },
  {
    key: 'safe',
    type: 'scale',
    label: 'How safe do you feel today?',
    options: [
      { key: '0', label: 'not safe at all' },
      { key: '10', label: 'fully safe' },
    ],
  },
  {
    key: 'told',
    type: 'one',
    label: 'Did you tell someone?',
    options: [
      { key: 'yes', label: 'Yes' },
      { key: 'no', label: 'No' },
      { key: 'unsure', label: 'I’m not sure' },
    ],
  },
  { key: 'who', type: 'short', label: 'Who was it?', showIf: { field: 'told', op: 'eq', value: 'yes' } },
  {
    key: 'felt',
    type: 'multi',
    label: 'What was there?',
    options: [
      { key: 'anger', label: 'Anger' },
      { key: 'sadness', label: 'Sadness' },
      { key: 'relief', label: 'Relief' },
    ],
  },
  { key: 'when', type: 'date', label: 'Which day was it?' },
  { key: 'time', type: 'datetime', label: 'When did you notice?' },
  { key: 'minutes', type: 'number', label: 'How many minutes did it last?' },
  { key: 'show', type: 'checkbox', label: 'Dr Ellis may read this before the session' },
  {
    key: 'limits',
    type: 'rows',
    label: 'My boundaries',
    hint: 'One for each thing you need. You can change the order.',
    itemLabel: 'Boundary',
    columns: [
      { key: 'limit', type: 'short', label: 'What I need' },
      { key: 'if', type: 'long', label: 'If it happens, I will' },
    ],
  },
];
export const WORKSHEET_ANSWERS = {
  lost: 'I lost the person I told everything to.',
  safe: 4,
  told: 'yes',
  limits: [
    { rowId: 'row-1', limit: 'Tell me before you see J. at work' },
    { rowId: 'row-2', limit: 'No phones in the bedroom' },
  ],
};

export const DRAFT_BEFORE = 'I look at the time he comes in. I hate that I do it, it is stupid.';
export const DRAFT_AFTER = 'I look at the time he comes in. I wake at three and check the hall.';
export const AUDIT_DETAILS = [
  { label: 'Where from', value: 'Desk computer, clinic network' },
  { label: 'Why allowed', value: 'On the care team since 3 Sep' },
];
