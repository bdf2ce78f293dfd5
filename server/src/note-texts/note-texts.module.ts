/**
 * A clinician's own words to begin from. A *template* is the starting text of a note in one format; shared, her
 * colleagues at the clinic begin from it too, and she alone changes it. A *snippet* is plain text behind a word, put in
 * by typing `;word`; it is hers alone. A note that began from either keeps its words whatever becomes of them.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NoteText } from './note-text.entity.js';
import { NoteTextsController } from './note-texts.controller.js';
import { NoteTextsService } from './note-texts.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([NoteText])],
  controllers: [NoteTextsController],
  providers: [NoteTextsService],
})
export class NoteTextsModule {}
