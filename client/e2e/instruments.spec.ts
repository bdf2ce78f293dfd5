import type { Page } from '@playwright/test';
import { asFile, boatAnswers, bringForm, fiveTides, nineBoats, send, TIDES } from './forms';
import { axe, expect, PHONE, test } from './journey';

interface People {
  items: { id: string; givenName: string }[];
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const clientId = async (page: Page, givenName: string): Promise<string> =>
  (await send<People>(page, 'get', '/clients?limit=100')).items.find((one) => one.givenName === givenName)!.id;

/** Whether answers lie in this browser that were not sent yet. */
const keepsSomething = (): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('kept');
    opening.onerror = () => reject(new Error('closed'));
    opening.onsuccess = () => {
      const keys = opening.result.transaction('unsent').objectStore('unsent').getAllKeys();
      keys.onsuccess = () => {
        opening.result.close();
        resolve(keys.result.some((key) => typeof key === 'string' && key.startsWith('check-in|')));
      };
    };
  });

/** Chooses one option and goes on. */
async function tick(phone: Page, option: string): Promise<void> {
  await phone.getByRole('radio', { name: option, exact: true }).check({ force: true });
  await phone.getByRole('button', { name: 'Continue' }).click();
}

test('a therapist brings a form; a client answers it on her phone, leaves two open, and is told the truth', async ({
  as,
  troubles,
}) => {
  test.slow();
  troubles.allow(/422/);
  const desk = await as('therapist');

  await test.step('a file that is not whole is refused with every place and reason, and nothing is lost', async () => {
    await desk.goto('/library');
    await desk.getByRole('link', { name: 'Scales' }).click();
    await expect(desk.getByRole('link', { name: /^Weekly trust check-in/ })).toBeVisible();
    await axe(desk);
    await desk.getByRole('link', { name: 'Bring a scale' }).click();
    await expect(heading(desk)).toHaveText('Bring a scale');
    const broken = nineBoats('phone');
    broken['item'] = (broken['item'] as object[]).slice(2);
    await desk.getByLabel(/^Questionnaire, or Bundle/).setInputFiles(asFile('broken.json', broken));
    await expect(desk.getByRole('alert')).toContainText('Not taken: broken.json');
    await expect(desk.getByRole('row', { name: /\$\.item PHQ-9 has 9 items; 44250-9 is missing/ })).toBeVisible();
    await axe(desk);
    await desk.getByLabel(/^Questionnaire, or Bundle/).setInputFiles(asFile('words.json', '{"resourceType":'));
    await expect(desk.getByRole('row', { name: '$ This is not JSON.' })).toBeVisible();
    await desk.getByLabel(/^Questionnaire, or Bundle/).setInputFiles(asFile('large.json', 'x'.repeat(2_100_000)));
    await expect(desk.getByText('large.json is larger than 2 MB.')).toBeVisible();
  });

  await test.step('the whole one is recognised by its codes, and read as a client will read it', async () => {
    await desk.getByLabel(/^Questionnaire, or Bundle/).setInputFiles(asFile('boats.json', nineBoats('phone')));
    await expect(heading(desk)).toHaveText('Recognised as PHQ-9');
    await axe(desk);
    await desk.getByRole('link', { name: 'Look at it' }).click();
    await expect(desk.getByRole('heading', { level: 2, name: 'Nine boats' })).toBeVisible();
    await desk.getByText('As a client meets it').click();
    await expect(desk.getByRole('radiogroup', { name: 'Boat number 1' })).toBeVisible();
    await expect(desk.getByText('In the days behind you, what did you see of this?')).toBeVisible();
    await expect(desk.getByText('Words of our own, free to use.')).toBeVisible();
    await axe(desk);
  });

  await test.step('it is scheduled like any other', async () => {
    await desk.goto(`/clients/${await clientId(desk, 'Dana')}/scales`);
    await desk.getByRole('button', { name: 'Schedule a scale' }).click();
    await desk.getByLabel('Scale', { exact: true }).selectOption('Nine boats');
    await desk.getByRole('button', { name: 'Schedule', exact: true }).click();
    await expect(desk.getByRole('dialog')).toBeHidden();
  });

  const phone = await as('dana', PHONE);
  await test.step('the phone asks first whose it is', async () => {
    await phone.goto('/me/check-in');
    await phone.getByRole('button', { name: 'Start Nine boats' }).click();
    await expect(heading(phone)).toHaveText(/^Is this you, Dana/);
    await expect(phone.locator('main')).not.toContainText('boat');
    await axe(phone);
    await phone.getByRole('button', { name: 'Yes, go on' }).click();
  });

  await test.step('one question a page in the words of the file; a phone that dies loses nothing', async () => {
    await expect(heading(phone)).toHaveText('Boat number 1');
    await expect(heading(phone)).toBeFocused();
    await expect(phone.getByRole('radio', { checked: true })).toHaveCount(0);
    await axe(phone);
    for (let boat = 1; boat <= 7; boat++) {
      await expect(heading(phone)).toHaveText(`Boat number ${boat}`);
      await tick(phone, 'A small boat');
    }
    await expect(heading(phone)).toHaveText('Boat number 8');
    await phone.reload();
    await phone.getByRole('button', { name: 'Start Nine boats' }).click();
    await phone.getByRole('button', { name: 'Yes, go on' }).click();
    await expect(heading(phone)).toHaveText('Boat number 8');
    await phone.getByRole('button', { name: 'Skip this question' }).click();
    await phone.getByRole('button', { name: 'Skip this question' }).click();
    await tick(phone, 'A large boat');
  });

  await test.step('what was left open is said before it is sent, and after', async () => {
    await expect(heading(phone)).toHaveText('Check and send');
    await expect(phone.getByText('7 of 9 answered, not scored.')).toBeVisible();
    await expect(phone.getByText('Not answered', { exact: true })).toHaveCount(2);
    await expect(phone.getByText('That was the last boat.')).toBeVisible();
    await axe(phone);
    await phone.getByRole('button', { name: 'Send to my care team' }).click();
    await expect(heading(phone)).toHaveText('Thank you. It is sent.');
    await expect(phone.getByText('7 of 9 answered, not scored.')).toBeVisible();
    await axe(phone);
  });

  await test.step('her therapist finds it among the answers', async () => {
    await desk.reload();
    const answers = desk.getByRole('region', { name: 'Answers', exact: true });
    await expect(answers.getByRole('listitem').filter({ hasText: 'Nine boats' })).toContainText(
      '7 of 9 answered · Answered by the client',
    );
  });
});

test('whoever is not the person leaves without having seen a question', async ({ as }) => {
  const desk = await as('otherTherapist');
  const id = await bringForm(desk, nineBoats('shared-phone', 'Boats on a shared phone'));
  const startsOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await send(desk, 'post', '/scale-schedules', {
    ...{ instrumentId: id, clientId: await clientId(desk, 'Luis'), everyDays: 7, startsOn },
  });
  const phone = await as('luis', PHONE);
  await phone.goto('/me/check-in');
  await phone.getByRole('button', { name: 'Start Boats on a shared phone' }).click();
  await phone.getByRole('button', { name: 'No, this isn’t me' }).click();
  await expect(heading(phone)).toHaveText('Sign in');
  await expect(phone.getByText('boat')).toHaveCount(0);
});

test('an answer that speaks of danger leads to the honest page, and to the top of Today', async ({ as }) => {
  const desk = await as('otherTherapist');
  const id = await bringForm(desk, nineBoats('danger', 'Boats at night'));
  const startsOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await send(desk, 'post', '/scale-schedules', {
    ...{ instrumentId: id, clientId: await clientId(desk, 'Luis'), everyDays: 7, startsOn },
  });
  const phone = await as('luis', PHONE);
  await phone.goto('/me/check-in');
  await phone.getByRole('button', { name: 'Start Boats at night' }).click();
  await phone.getByRole('button', { name: 'Yes, go on' }).click();
  for (let boat = 1; boat <= 8; boat++) {
    await expect(heading(phone)).toHaveText(`Boat number ${boat}`);
    await tick(phone, 'No boat');
  }
  await tick(phone, 'A small boat');
  await tick(phone, 'No boat');
  await expect(phone.getByText('You answered all 9 that count.')).toBeVisible();
  await phone.getByRole('button', { name: 'Send to my care team' }).click();
  await expect(heading(phone)).toHaveText('Thank you for saying it');
  await axe(phone);

  await desk.goto('/');
  await expect(
    desk.getByRole('region', { name: 'Safety first' }).getByRole('listitem').filter({ hasText: 'Luis' }),
  ).toBeVisible();
});

test('a form without codes is mapped on one screen, and its next edition is only proposed', async ({
  as,
  troubles,
}) => {
  test.slow();
  troubles.allow(/422/);
  const desk = await as('therapist');
  await desk.goto('/library/scales/bring');
  const file = desk.getByLabel(/^Questionnaire, or Bundle/);
  await file.setInputFiles(asFile('tides.json', fiveTides('mapped')));
  await expect(heading(desk)).toHaveText('Taken, not scored yet');
  await axe(desk);
  await desk.getByRole('link', { name: 'Say which scale it is' }).click();
  await expect(heading(desk)).toHaveText('Which scale is this?');

  await test.step('nothing is filled in, and what is missing is said at its row', async () => {
    await desk.getByRole('button', { name: 'Save the mapping' }).click();
    await expect(desk.getByRole('link', { name: 'Choose the scale that this form is.' })).toBeVisible();
    await desk.getByLabel('The scale').selectOption('WHO-5, 5 items');
    await desk.getByRole('button', { name: 'Save the mapping' }).click();
    await expect(desk.getByRole('link', { name: 'No question stands for item 1, 2, 3, 4, 5 of WHO-5.' })).toBeVisible();
    await desk.getByRole('button', { name: 'Take the questions in their order' }).click();
    await desk.getByRole('button', { name: 'Save the mapping' }).click();
    await expect(desk.getByRole('link', { name: 'Question 5: Say what each option is worth.' })).toBeVisible();
    await axe(desk);
  });

  await test.step('each option gets its points, and which end is which is said in words', async () => {
    const first = desk.getByRole('group', { name: /^Question 1/ });
    for (const [place, tide] of TIDES.entries()) await first.getByLabel(tide).selectOption(String(5 - place));
    await expect(first).toContainText('First option scores 5, last scores 0.');
    await expect(first).toContainText('The worse end is “Dry”, the better one “High tide”.');
    await first.getByRole('button', { name: /^Give these points to every question/ }).click();
    await expect(desk.getByRole('group', { name: /^Question 4/ })).toContainText('First option scores 5');
    await first.getByLabel('Dry').selectOption('1');
    await desk.getByRole('button', { name: 'Save the mapping' }).click();
    await expect(desk.getByRole('link', { name: /^Question 1: The options of WHO-5 are worth 0 to 5/ })).toBeVisible();
    await first.getByLabel('Dry').selectOption('0');
    await axe(desk);
    await desk.getByRole('button', { name: 'Save the mapping' }).click();
    await expect(heading(desk)).toHaveText('Scales');
    await expect(desk.getByRole('link', { name: /^Five tides/ })).toContainText('Scored as WHO-5');
  });

  await test.step('another edition carries it as a proposal', async () => {
    await desk.getByRole('link', { name: 'Bring a scale' }).click();
    await file.setInputFiles(asFile('tides.json', fiveTides('mapped', 'The tide')));
    await expect(desk.getByText('Five tides, version 3')).toBeVisible();
    await expect(desk.getByText('Version 2 is asked on until you say so.')).toBeVisible();
    await desk.getByRole('link', { name: 'Say which scale it is' }).click();
    await expect(desk.getByText(/^\s*Filled in from version 2/)).toBeVisible();
    await expect(desk.getByRole('group', { name: /^Question 1/ })).toContainText('First option scores 5');
    await axe(desk);
    await desk.getByRole('button', { name: 'Save the mapping' }).click();
    await expect(desk.getByRole('link', { name: /^Five tides/ })).toContainText('Scored as WHO-5');
  });
});

test('a therapist goes through a scale with her client, and brings answers given elsewhere', async ({
  as,
  troubles,
}) => {
  test.slow();
  troubles.allow(/422/);
  const desk = await as('therapist');
  const { id: person } = await send<{ id: string }>(desk, 'post', '/clients', {
    ...{ givenName: 'Maren', familyName: 'Holm' },
  });
  await bringForm(desk, nineBoats('together', 'Boats together'));

  await test.step('she ticks what is said; the alert stands at once above the chart', async () => {
    await desk.goto(`/clients/${person}/scales`);
    await expect(desk.getByText('No open safety alerts.')).toBeVisible();
    await desk.getByRole('link', { name: 'Answer together' }).click();
    await desk.getByLabel('Scale', { exact: true }).selectOption('Boats together');
    await axe(desk);
    await desk.getByRole('button', { name: 'Keep the answers' }).click();
    await expect(desk.getByText('Nothing is answered yet.')).toBeVisible();
    for (let boat = 1; boat <= 9; boat++)
      await desk
        .getByRole('row', { name: new RegExp(`^Boat number ${boat}\\b`) })
        .getByRole('radio', { name: 'A small boat' })
        .check();
    await expect(desk.getByText('9 of 10 answered')).toBeVisible();
    await desk.waitForFunction(keepsSomething);
    await desk.reload();
    await desk.getByLabel('Scale', { exact: true }).selectOption('Boats together');
    await expect(desk.getByText('What you ticked before this page closed has been brought back.')).toBeVisible();
    await expect(desk.getByText('9 of 10 answered')).toBeVisible();
    await expect(desk.getByText('That was the last boat.')).toBeVisible();
    await axe(desk);
    await desk.getByRole('button', { name: 'Keep the answers' }).click();
    await expect(desk.getByText('Boats together: 9 points, mild.')).toBeVisible();
    await expect(desk.getByText('An answer in it has to be looked at now.')).toBeVisible();
    await expect(desk.getByRole('link', { name: 'Review and record action' })).toBeVisible();
    await axe(desk);
  });

  const answers = desk.getByRole('region', { name: 'Answers', exact: true });
  await test.step('it is kept as entered by staff, and goes out as FHIR', async () => {
    await desk.getByRole('link', { name: 'To the charts' }).click();
    await expect(answers.getByRole('listitem')).toContainText('Entered by staff in session');
    const download = desk.waitForEvent('download');
    await answers.getByRole('button', { name: /^Save as FHIR/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^answers-\d{4}-\d\d-\d\d\.json$/);
  });

  await test.step('answers from another system are refused with their reasons, or taken', async () => {
    await answers.getByRole('button', { name: 'Bring answers from another system' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Bring answers from another system' });
    const file = dialog.getByLabel('QuestionnaireResponse');
    await file.setInputFiles(asFile('answers.json', boatAnswers('together', 2, 'Q')));
    await expect(dialog.getByRole('alert')).toContainText('$.item[0].linkId');
    await axe(desk);
    await file.setInputFiles(asFile('answers.json', boatAnswers('together', 2)));
    await expect(dialog.getByText('The score is 18.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(answers.getByRole('listitem').filter({ hasText: '1 March' })).toContainText('From another system');
  });
});
