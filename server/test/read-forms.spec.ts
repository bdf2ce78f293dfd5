import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { phq9, who5 } from './forms.js';

/** The command that says what an import would say, over forms of ours with real codes. */
let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kept-forms-'));
  const forms: Record<string, string> = {
    'coded.json': JSON.stringify(phq9({ worth: 'option' })),
    'uncoded.json': JSON.stringify(who5()),
    'broken.json': '{"resourceType": "Questionnaire", ',
    'notes.txt': 'not a form',
  };
  for (const [name, text] of Object.entries(forms)) fs.writeFileSync(path.join(folder, name), text);
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

const read = (...names: string[]): Promise<{ stdout: string; stderr: string }> =>
  promisify(execFile)(process.execPath, ['server/dist/server/src/cli/read-forms.js', ...names], { timeout: 60_000 });

describe('fhir:read', () => {
  it('says of every file in a folder what became of it', async () => {
    const { stdout } = await read(folder);
    expect(stdout).toMatch(/^broken\.json refused\n {2}\$ /m);
    expect(stdout).toMatch(/^coded\.json read: phq-9$/m);
    expect(stdout).toMatch(/^uncoded\.json read: .+, to be mapped$/m);
    expect(stdout).not.toContain('notes.txt');
  });

  it('reads one file by its name', async () => {
    expect((await read(path.join(folder, 'coded.json'))).stdout.split('\n')[0]).toBe('coded.json read: phq-9');
  });

  it('says in one line what is missing, and fails', async () => {
    const nowhere = path.join(folder, 'nowhere.json');
    await expect(read(nowhere)).rejects.toMatchObject({ code: 1, stderr: `There is no ${nowhere}.\n` });
    await expect(read()).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^Name a file/) });
  });
});
