import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Floor } from '../library/worksheet-care.rules.js';
import type { Definition } from '../library/worksheet.texts.js';
import { Encrypted } from '../platform/encryption.js';

/** What somebody writes at, and what a copy may not loosen. */
export interface TemplateContent {
  definition: Definition;
  floor: Floor | null;
}

/** A worksheet of the clinic's own, as its owner writes it. What is given out is a version of it. */
@Entity('worksheet_template')
export class WorksheetTemplate {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ownerId: string;
  @Column('text') key: string;
  @Column('uuid', { nullable: true }) copiedFrom: string | null;
  @Column('boolean') shared: boolean;
  @Column('text') status: 'draft' | 'published' | 'retired';
  @Encrypted('json') content: TemplateContent;
  /** Number of the newest version; 0: none yet. */
  @Column('int') published: number;
  @Column('uuid', { nullable: true }) versionId: string | null;
  /** Something was written since. */
  @Column('boolean') changed: boolean;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
  @Column('int') version: number;
}

/** What was published, once and for good: assignments point at it. */
@Entity('worksheet_version')
export class WorksheetVersion {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') templateId: string;
  @Column('int') number: number;
  @Encrypted('json') content: { key: string } & TemplateContent;
  @Column('uuid') publishedBy: string;
  @Column('timestamptz') publishedAt: Date;
}
