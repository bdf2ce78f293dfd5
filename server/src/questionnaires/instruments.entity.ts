import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Form } from '../fhir/form.definition.js';
import { Encrypted } from '../platform/encryption.js';

/** A scale of the clinic's own. `identity`: hash of the file's canonical address and language, else of the file itself. */
@Entity('instrument')
export class OwnInstrument {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea') identity: Buffer;
  /** Hash of the canonical address alone, by which an answer says what it answers. */
  @Column('bytea', { nullable: true }) canonical: Buffer | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
}

/** A file as it was sent. */
@Entity('instrument_file')
export class InstrumentFile {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') instrumentId: string;
  /** SHA-256 of the text as it was sent. */
  @Column('bytea') hash: Buffer;
  @Encrypted() original: string;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
}

/** What was read from a file, or mapped by a person. Never changed: another reading is another version. */
@Entity('instrument_version')
export class InstrumentVersion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') instrumentId: string;
  @Column('uuid') fileId: string;
  @Column('int') version: number;
  @Encrypted('json') form: Form;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
}

/** By which rule a clinic reads change on a scale, from when, and why. The newest version holds. */
@Entity('change_rule_choice')
export class ChangeRuleChoice {
  @PrimaryColumn('uuid') id: string;
  @Column('text') instrumentCode: string;
  @Column('int') version: number;
  @Column('text') ruleCode: string;
  @Encrypted() reason: string;
  @Column('uuid') chosenBy: string;
  @Column('timestamptz') chosenAt: Date;
}
