import { Body, Controller, Delete, Get, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Can, Id, Public, Returns, ReturnsNothing, ReturnsPage } from '../platform/route.js';
import type { Page } from '../platform/paging.js';
import { clearLogin, loginCookie, setLogin } from '../platform/xsrf.js';
import {
  DraftKeyDto,
  ForgotInput,
  InvitationDto,
  LoginInput,
  MeDto,
  NewPasswordInput,
  OwnLoginDto,
  SignedInDto,
  TokenInput,
} from './auth.dto.js';
import { AuthService, type Account } from './auth.service.js';
import { InvitationsService } from './invitations.service.js';
import { PasswordGuard } from './password.guard.js';

const deviceOf = (request: FastifyRequest): string => request.headers['user-agent'] ?? '';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly invitations: InvitationsService,
  ) {}

  @Post('login')
  @Public()
  @Returns(SignedInDto)
  @UseGuards(PasswordGuard)
  async signIn(
    @Body() _input: LoginInput,
    @Req() request: FastifyRequest & { user: Account },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    return this.admit(request.user, request, reply);
  }

  @Post('invitations/accept')
  @Public()
  @Returns(SignedInDto)
  async acceptInvitation(
    @Body() { token, password }: NewPasswordInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInDto> {
    return this.admit(await this.invitations.accept(token, password), request, reply);
  }

  /** Where a second factor will stand: until then the password alone admits. */
  private async admit(account: Account, request: FastifyRequest, reply: FastifyReply): Promise<SignedInDto> {
    await this.auth.leave(request.cookies[loginCookie()]);
    const { token, me } = await this.auth.enter(account, deviceOf(request));
    setLogin(reply, token);
    return { status: 'signed_in', me };
  }

  @Get('me')
  @Can('account:own')
  @Returns(MeDto)
  me(): Promise<MeDto> {
    return this.auth.me();
  }

  /** For a page that holds no token yet: the answer's cookie brings one, and tells whether there is a login. */
  @Get('token')
  @Public()
  @ReturnsNothing()
  token(): void {
    // The edge sets the cookie.
  }

  @Get('draft-key')
  @Can('account:own')
  @Returns(DraftKeyDto)
  draftKey(): DraftKeyDto {
    return { key: this.auth.draftKey() };
  }

  @Post('logout')
  @Public()
  @ReturnsNothing()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.auth.leave(request.cookies[loginCookie()]);
    clearLogin(reply);
    // Not "storage": it would also erase sealed drafts that are still on their way when someone leaves in a hurry.
    void reply.header('clear-site-data', '"cache"');
  }

  @Get('logins')
  @Can('account:own')
  @ReturnsPage(OwnLoginDto)
  async logins(): Promise<Page<OwnLoginDto>> {
    return { items: await this.auth.ownLogins(), next: null };
  }

  @Delete('logins/:id')
  @Can('account:own')
  @ReturnsNothing()
  endLogin(@Id() id: string): Promise<void> {
    return this.auth.endOwnLogin(id);
  }

  @Post('password/forgot')
  @Public()
  @ReturnsNothing(202)
  async forgot(@Body() { email }: ForgotInput, @Req() request: FastifyRequest): Promise<void> {
    await this.auth.countTry('forgot', request.ip, 20);
    await this.invitations.forgot(email);
  }

  @Post('password/reset')
  @Public()
  @ReturnsNothing()
  async reset(@Body() { token, password }: NewPasswordInput, @Req() request: FastifyRequest): Promise<void> {
    await this.auth.countTry('reset', request.ip, 20);
    await this.invitations.reset(token, password);
  }

  @Post('invitations/look')
  @Public()
  @Returns(InvitationDto)
  async look(@Body() { token }: TokenInput, @Req() request: FastifyRequest): Promise<InvitationDto> {
    await this.auth.countTry('look', request.ip, 60);
    return this.invitations.look(token);
  }

  @Post('invitations/renew')
  @Public()
  @ReturnsNothing(202)
  async renew(@Body() { token }: TokenInput, @Req() request: FastifyRequest): Promise<void> {
    await this.auth.countTry('renew', request.ip, 5);
    await this.invitations.askForNew(token);
  }
}
