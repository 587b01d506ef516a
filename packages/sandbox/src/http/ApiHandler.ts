import { IncomingMessage, ServerResponse } from 'node:http';
import { Sandbox } from '../api/Sandbox';
import {
  internal,
  methodNotAllowed,
  refusal,
  unauthorized,
} from '../errors/status';
import { refuse } from '../rbac/forbiddenText';
import { ResourceType } from '../resources/ResourceType';
import { StatusError } from '../types';
import { Discovery, VERSION } from './discovery';
import { Exchange } from './Exchange';
import { handleGet } from './handlers/get';
import { handleList } from './handlers/list';
import { handleLogs } from './handlers/logs';
import { handleDelete, handleDeleteCollection } from './handlers/remove';
import { handleProxy } from './handlers/proxy';
import { handleReview, reviewKind } from './handlers/reviews';
import { handleScale } from './handlers/scale';
import { handleTokenRequest } from './handlers/tokenRequest';
import { handleWatch } from './handlers/watch';
import { handleCreate, handlePatch, handleReplace } from './handlers/write';
import { Impersonation } from './Impersonation';
import { aggregatedDiscovery } from './negotiate';
import { openApiDocument, openApiIndex } from './openapi';
import { attributesOf, parseResourceRequest } from './RequestInfo';
import { UserDirectory } from './UserDirectory';

const TEXT = 'text/plain; charset=utf-8';

/** The chain of a request: who asks, as whom, may he, and then what he asks for. */
export class ApiHandler {
  private readonly sandbox: Sandbox;
  private readonly users: UserDirectory;
  private readonly impersonation: Impersonation;
  private readonly discovery: Discovery;

  constructor(sandbox: Sandbox, users: UserDirectory) {
    this.sandbox = sandbox;
    this.users = users;
    this.impersonation = new Impersonation(sandbox.authorizer);
    this.discovery = new Discovery(sandbox.registry);
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    let exchange: Exchange | undefined;
    try {
      exchange = this.admit(request, response);
      await this.route(exchange);
    } catch (error) {
      const refused =
        error instanceof StatusError
          ? error
          : internal(`Internal error occurred: ${(error as Error).message}`);
      const answer = exchange ?? bare(request, response);
      if (response.headersSent) response.destroy();
      else answer.refuse(refused);
    }
  }

  /** @throws 401, 403 */
  private admit(request: IncomingMessage, response: ServerResponse): Exchange {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const method = request.method ?? 'GET';
    const caller = this.users.authenticate(request.headers.authorization);
    if (!caller) throw unauthorized();
    const resource = parseResourceRequest(method, url);
    const asked = attributesOf(method, url, resource);
    const principal = this.impersonation.resolve(
      caller,
      request.headersDistinct,
      asked,
    );
    if (!this.sandbox.authorizer.authorize(principal, asked).allowed) {
      throw refuse(principal.user, asked);
    }
    return new Exchange({ request, response, url, principal, resource });
  }

  private async route(exchange: Exchange): Promise<void> {
    const { resource } = exchange;
    if (!resource) {
      this.routePath(exchange);
      return;
    }
    const { group, version, plural } = resource;
    const review = reviewKind(group, plural);
    if (review && version === 'v1') {
      if (exchange.request.method !== 'POST') throw methodNotAllowed();
      const { authorizer, clock } = this.sandbox;
      await handleReview(exchange, review, authorizer, clock);
      return;
    }
    const type = this.sandbox.registry.find({ group, version, plural });
    if (!type) absent(exchange);
    else if (resource.subresource) await this.routeSub(exchange, type);
    else if (resource.name) await this.routeObject(exchange, type);
    else await this.routeCollection(exchange, type);
  }

  private async routeCollection(
    exchange: Exchange,
    type: ResourceType,
  ): Promise<void> {
    const { operations, database, clock } = this.sandbox;
    const { namespace, isWatch } = exchange.resource!;
    // A namespaced kind is made in a namespace; a cluster-scoped one is not found under one.
    if (!type.namespaced && namespace) {
      absent(exchange);
      return;
    }
    switch (exchange.request.method) {
      case 'GET':
        if (isWatch) handleWatch(exchange, type, database, clock);
        else handleList(exchange, type, database, clock);
        return;
      case 'POST':
        if (type.namespaced && !namespace) throw methodNotAllowed();
        await handleCreate(exchange, type, operations);
        return;
      case 'DELETE':
        if (type.namespaced && !namespace) throw methodNotAllowed();
        await handleDeleteCollection(exchange, type, operations);
        return;
      default:
        throw methodNotAllowed();
    }
  }

  private async routeObject(
    exchange: Exchange,
    type: ResourceType,
  ): Promise<void> {
    const { operations, database, clock } = this.sandbox;
    switch (exchange.request.method) {
      case 'GET':
        if (exchange.resource!.isWatch) {
          handleWatch(exchange, type, database, clock);
        } else handleGet(exchange, type, operations, clock);
        return;
      case 'PUT':
        await handleReplace(exchange, type, operations);
        return;
      case 'PATCH':
        await handlePatch(exchange, type, operations);
        return;
      case 'DELETE':
        await handleDelete(exchange, type, operations);
        return;
      default:
        throw methodNotAllowed();
    }
  }

  private async routeSub(
    exchange: Exchange,
    type: ResourceType,
  ): Promise<void> {
    const { operations, logs, clock } = this.sandbox;
    const { subresource } = exchange.resource!;
    const { method } = exchange.request;
    const isCore = type.group === '';
    if (subresource === 'log' && isCore && type.plural === 'pods') {
      if (method !== 'GET') throw methodNotAllowed();
      handleLogs(exchange, type, { operations, logs, clock });
    } else if (
      subresource === 'proxy' &&
      isCore &&
      ['pods', 'services'].includes(type.plural)
    ) {
      if (method !== 'GET') throw methodNotAllowed();
      handleProxy(exchange, type, this.sandbox);
    } else if (subresource === 'scale' && type.hasScale) {
      await handleScale(exchange, type, operations);
    } else if (subresource === 'status' && type.hasStatus) {
      if (method === 'GET') handleGet(exchange, type, operations, clock);
      else if (method === 'PUT')
        await handleReplace(exchange, type, operations);
      else if (method === 'PATCH')
        await handlePatch(exchange, type, operations);
      else throw methodNotAllowed();
    } else if (
      subresource === 'finalize' &&
      isCore &&
      type.plural === 'namespaces'
    ) {
      if (method !== 'PUT') throw methodNotAllowed();
      await handleReplace(exchange, type, operations);
    } else if (
      subresource === 'token' &&
      isCore &&
      type.plural === 'serviceaccounts'
    ) {
      if (method !== 'POST') throw methodNotAllowed();
      handleTokenRequest(exchange, type, operations, this.users);
    } else absent(exchange);
  }

  private routePath(exchange: Exchange): void {
    if (exchange.request.method !== 'GET') throw methodNotAllowed();
    const path = exchange.url.pathname.replace(/\/+$/, '');
    if (/^\/(healthz|livez|readyz)(\/.*)?$/.test(path)) {
      exchange.send(200, TEXT, 'ok');
      return;
    }
    if (path.startsWith('/openapi/v3/')) {
      const document = openApiDocument(
        this.sandbox.registry,
        path.slice('/openapi/v3/'.length),
      );
      if (document) exchange.json(200, document);
      else pageNotFound(exchange);
      return;
    }
    const accept = exchange.request.headers.accept;
    const aggregated = aggregatedDiscovery(accept);
    if (aggregated && (path === '/api' || path === '/apis')) {
      exchange.send(
        200,
        `application/json;g=apidiscovery.k8s.io;v=${aggregated};as=APIGroupDiscoveryList`,
        JSON.stringify(this.discovery.aggregated(path === '/api', aggregated)),
      );
      return;
    }
    const body = this.pathBody(path);
    if (body) exchange.json(200, body);
    else pageNotFound(exchange);
  }

  private pathBody(path: string): object | undefined {
    const { discovery } = this;
    if (path === '/version') return VERSION;
    if (path === '/openapi/v3') return openApiIndex(this.sandbox.registry);
    if (path === '/api') return discovery.apiVersions();
    if (path === '/apis') return discovery.groupList();
    if (path === '/api/v1') return discovery.resourceList('', 'v1');
    const [, group, version] =
      /^\/apis\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
    if (group && version) return discovery.resourceList(group, version);
    return group ? discovery.group(group) : undefined;
  }
}

function bare(request: IncomingMessage, response: ServerResponse): Exchange {
  return new Exchange({
    request,
    response,
    url: new URL('http://sandbox/'),
    principal: { user: '', groups: [] },
  });
}

/** A resource that is not served: a Status in the core group, plain text elsewhere. */
function absent(exchange: Exchange): void {
  const { resource } = exchange;
  if (resource?.group) {
    const { group, plural, name, subresource } = resource;
    if (subresource && name) {
      throw refusal({
        code: 404,
        reason: 'NotFound',
        message: `${plural}.${group} "${name}" not found`,
        details: { name, group, kind: plural },
      });
    }
    pageNotFound(exchange);
    return;
  }
  throw refusal({
    code: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
    details: {},
  });
}

function pageNotFound(exchange: Exchange): void {
  exchange.send(404, TEXT, '404 page not found\n');
}
