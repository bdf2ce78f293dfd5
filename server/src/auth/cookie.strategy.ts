import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { DataSource } from 'typeorm';
import { openRequest } from '../platform/request.transaction.js';
import type { Actor } from '../platform/scope.js';
import { loginCookie } from '../platform/xsrf.js';
import { hashOfToken } from './login.token.js';

/** Tells who makes a request by its login cookie, and opens the request's transaction in the same trip. */
@Injectable()
export class CookieStrategy extends PassportStrategy(Strategy, 'cookie') {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async validate(request: FastifyRequest): Promise<Actor | null> {
    const token = request.cookies[loginCookie()];
    if (!token || token.length > 100) return null;
    // A background poll must not keep an unattended screen signed in.
    const isPoll = request.headers['x-kept-poll'] !== undefined;
    return openRequest(this.dataSource, hashOfToken(token), !isPoll);
  }
}
