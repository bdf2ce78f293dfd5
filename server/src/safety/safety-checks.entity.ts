import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One partner was asked alone about safety. For clinicians only; shown in no portal and no joint record. */
@Entity('safety_check')
export class SafetyCheck {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') clientId: string;
  @Column('uuid') coupleId: string;
  @Column('text') result: 'clear' | 'concern' | 'not_done';
  @Column('date') screenedOn: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
