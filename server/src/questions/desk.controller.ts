import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { Can, Id, Returns } from '../platform/route.js';
import { DeskService } from './desk.service.js';
import { DeskDto, NewAnswering, QuestionAbout, QuestionOrder, QuestionPlan, SetAside } from './questions.dto.js';

/** How the therapist leads them. */
@Controller()
export class DeskController {
  constructor(private readonly desk: DeskService) {}

  @Get('couples/:id/question-desk')
  @Can('questions:read')
  @Returns(DeskDto)
  of(@Id() id: string): Promise<DeskDto> {
    return this.desk.of(id);
  }

  @Put('couples/:id/question-order')
  @Can('questions:lead')
  @Returns(DeskDto)
  order(@Id() id: string, @Body() { ids }: QuestionOrder): Promise<DeskDto> {
    return this.desk.order(id, ids);
  }

  @Post('questions/:id/about')
  @Can('questions:lead')
  @Returns(DeskDto)
  about(@Id() id: string, @Body() { betrayalId }: QuestionAbout): Promise<DeskDto> {
    return this.desk.about(id, betrayalId);
  }

  @Post('questions/:id/pass-on')
  @Can('questions:lead')
  @Returns(DeskDto)
  passOn(@Id() id: string): Promise<DeskDto> {
    return this.desk.passOn(id);
  }

  @Post('questions/:id/plan')
  @Can('questions:lead')
  @Returns(DeskDto)
  plan(@Id() id: string, @Body() { sessionId }: QuestionPlan): Promise<DeskDto> {
    return this.desk.plan(id, sessionId ?? null);
  }

  @Post('questions/:id/set-aside')
  @Can('questions:lead')
  @Returns(DeskDto)
  setAside(@Id() id: string, @Body() { reason }: SetAside): Promise<DeskDto> {
    return this.desk.setAside(id, reason);
  }

  @Post('questions/:id/take-up')
  @Can('questions:lead')
  @Returns(DeskDto)
  takeUp(@Id() id: string): Promise<DeskDto> {
    return this.desk.takeUp(id);
  }

  /** In the session that is under way, and nowhere else. */
  @Post('questions/:id/answer')
  @Can('questions:lead')
  @Returns(DeskDto)
  give(@Id() id: string, @Body() body: NewAnswering): Promise<DeskDto> {
    return this.desk.give(id, body);
  }
}
