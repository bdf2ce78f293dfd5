import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from '../platform/config.js';
import { newId } from '../platform/ids.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export type SendMail = (mail: Mail) => Promise<void>;

const PATIENCE_MS = 15_000;

/** Sends by SMTP where that is set; else lays each mail as a file into `mail/` of the data folder. */
export function postOffice(config: Config): SendMail {
  if (config.smtpUrl) {
    const transport = createTransport(config.smtpUrl, {
      from: config.mailFrom,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const late = (): Promise<never> =>
      new Promise((_, reject) =>
        setTimeout(() => reject(new Error('the mail server did not answer in time')), PATIENCE_MS).unref(),
      );
    return async (mail) => void (await Promise.race([transport.sendMail(mail), late()]));
  }
  const folder = path.join(config.dataDir, 'mail');
  const transport = createTransport(
    { streamTransport: true, buffer: true, newline: 'unix' },
    { from: config.mailFrom },
  );
  return async (mail) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { message } = await transport.sendMail(mail);
    writeFileSync(path.join(folder, `${newId()}.eml`), message as Buffer, { mode: 0o600 });
  };
}
