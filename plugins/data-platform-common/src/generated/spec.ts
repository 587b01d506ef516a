// Generated from ../schema/openapi.yaml by scripts/generate.mjs. Do not edit.
export const spec = {
  "openapi": "3.1.0",
  "info": {
    "title": "Data platform",
    "version": "1",
    "description": "What the data platform plugin tells and does. Every read is one look-up in the index of live objects or in the history of runs; none of them causes a request to a cluster, except logs.",
    "license": {
      "name": "Apache-2.0",
      "url": "https://www.apache.org/licenses/LICENSE-2.0"
    }
  },
  "servers": [
    {
      "url": "/"
    }
  ],
  "paths": {
    "/v1/resources": {
      "get": {
        "operationId": "listResources",
        "summary": "Live objects that the caller may see, filtered, sorted and paged.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "$ref": "#/components/parameters/productRef"
          },
          {
            "name": "source",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "namespace",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "kind",
            "in": "query",
            "allowReserved": true,
            "description": "kind, or kind.group",
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "nature",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/Nature"
            }
          },
          {
            "name": "health",
            "in": "query",
            "allowReserved": true,
            "description": "comma separated",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "superseded",
            "in": "query",
            "description": "runs that a newer run of the same job has superseded: listed with the others (last by severity; a health filter never selects them), left out, or alone. Default include",
            "schema": {
              "type": "string",
              "enum": [
                "include",
                "exclude",
                "only"
              ]
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "text in name, namespace, entity or sentence",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "sort",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "severity",
                "name",
                "startedAt",
                "kind",
                "domain"
              ],
              "default": "severity"
            }
          },
          {
            "name": "order",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "asc",
                "desc"
              ],
              "default": "asc"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ResourcePage"
                }
              }
            }
          },
          "304": {
            "description": "Nothing has changed since the ETag that was sent."
          }
        }
      }
    },
    "/v1/resources/{id}": {
      "get": {
        "operationId": "getResource",
        "summary": "One live object with its evidence, pods, events and manifest.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The object.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/ResourceDetail"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/resources/{id}/logs": {
      "get": {
        "operationId": "getLogs",
        "summary": "Log of one container, read as the caller; text/plain. With follow it is a stream.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          },
          {
            "name": "pod",
            "in": "query",
            "allowReserved": true,
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "container",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "follow",
            "in": "query",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "name": "previous",
            "in": "query",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "name": "tailLines",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 100000,
              "default": 1000
            }
          },
          {
            "name": "download",
            "in": "query",
            "schema": {
              "type": "boolean",
              "default": false
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The log.",
            "content": {
              "text/plain": {
                "schema": {
                  "type": "string"
                }
              }
            }
          }
        }
      }
    },
    "/v1/resources/{id}/manifest": {
      "get": {
        "operationId": "getManifest",
        "summary": "The object as the cluster has it, read as the caller; YAML, secrets masked.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "responses": {
          "200": {
            "description": "The manifest.",
            "content": {
              "application/yaml": {
                "schema": {
                  "type": "string"
                }
              }
            }
          }
        }
      }
    },
    "/v1/runs": {
      "get": {
        "operationId": "listRuns",
        "summary": "Runs, newest first. Live ones and those whose object is gone.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "$ref": "#/components/parameters/productRef"
          },
          {
            "name": "resourceId",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 300
            }
          },
          {
            "name": "outcome",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "succeeded",
                "failed",
                "cancelled",
                "running"
              ]
            }
          },
          {
            "name": "series",
            "in": "query",
            "allowReserved": true,
            "description": "id of the operation (back-fill) that made the runs",
            "schema": {
              "type": "string",
              "maxLength": 100
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 30
            }
          },
          {
            "name": "before",
            "in": "query",
            "allowReserved": true,
            "description": "RFC 3339: runs that started before",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The runs.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RunPage"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/runs/{id}": {
      "get": {
        "operationId": "getRun",
        "summary": "One run with the definition it had, its evidence, changes of verdict and kept log lines.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          }
        ],
        "responses": {
          "200": {
            "description": "The run.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/RunDetail"
                }
              }
            }
          }
        }
      }
    },
    "/v1/summary": {
      "get": {
        "operationId": "getSummary",
        "summary": "Counts by health and the rolled-up verdict of an entity, a product, a domain, or of all that the caller may see.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "$ref": "#/components/parameters/productRef"
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The summary.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Summary"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/jobs/{namespace}/{name}": {
      "get": {
        "operationId": "getJob",
        "summary": "Verdict of a job (Component), from its definition, schedule and last runs, and what the caller may do with it.",
        "parameters": [
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The job.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Job"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/domains/{namespace}/{name}": {
      "get": {
        "operationId": "getDomain",
        "summary": "Where a domain lives (cluster, namespaces), its quota in numbers and its roles.",
        "parameters": [
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The domain.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/DomainDetail"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/adoption": {
      "get": {
        "operationId": "listAdoption",
        "summary": "What runs on the clusters and belongs to no domain or job of the portal yet, with how it can be adopted.",
        "parameters": [
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "name": "source",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "namespace",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "text in the name of a namespace or job",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 100
            }
          },
          {
            "name": "offset",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "What is not adopted.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/AdoptionPage"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/notebook-servers": {
      "get": {
        "operationId": "listNotebookServers",
        "summary": "Notebook servers of both generations that the caller may see, with how long they have been idle and what they hold.",
        "parameters": [
          {
            "$ref": "#/components/parameters/domainRef"
          },
          {
            "name": "ownerRef",
            "in": "query",
            "allowReserved": true,
            "description": "owner of the server, an entity ref",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "mine",
            "in": "query",
            "description": "only those of the caller or of a group of the caller",
            "schema": {
              "type": "boolean",
              "default": false
            }
          },
          {
            "name": "source",
            "in": "query",
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "q",
            "in": "query",
            "allowReserved": true,
            "description": "text in name, namespace, owner, image or sentence",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "$ref": "#/components/schemas/NotebookState"
            }
          },
          {
            "name": "sort",
            "in": "query",
            "description": "idle: longest idle first; gpu: most GPUs first, then longest idle; cost: dearest first (resource-hours without a price table)",
            "schema": {
              "type": "string",
              "enum": [
                "idle",
                "gpu",
                "name",
                "cost"
              ],
              "default": "name"
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 500,
              "default": 50
            }
          },
          {
            "name": "offset",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "One page.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/NotebookServerPage"
                }
              }
            }
          },
          "304": {
            "description": "Nothing has changed since the ETag that was sent."
          }
        }
      }
    },
    "/v1/notebook-servers/{namespace}/{name}": {
      "get": {
        "operationId": "getNotebookServer",
        "summary": "One notebook server by the catalog namespace and name of its Resource entity.",
        "parameters": [
          {
            "name": "namespace",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "name": "name",
            "in": "path",
            "required": true,
            "schema": {
              "type": "string",
              "maxLength": 63
            }
          },
          {
            "$ref": "#/components/parameters/ifNoneMatch"
          }
        ],
        "responses": {
          "200": {
            "description": "The notebook server.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/NotebookServerDetail"
                }
              }
            }
          },
          "304": {
            "description": "Unchanged."
          }
        }
      }
    },
    "/v1/notebook-options": {
      "get": {
        "operationId": "getNotebookOptions",
        "summary": "What a form for a notebook server may offer in a domain. A part that cannot be read is named in problems; the rest stands.",
        "parameters": [
          {
            "name": "domainRef",
            "in": "query",
            "required": true,
            "allowReserved": true,
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "source",
            "in": "query",
            "allowReserved": true,
            "description": "cluster; default the one of the domain",
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          },
          {
            "name": "namespace",
            "in": "query",
            "allowReserved": true,
            "description": "default the first namespace of the domain",
            "schema": {
              "type": "string",
              "maxLength": 253
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The options.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/NotebookOptions"
                }
              }
            }
          }
        }
      }
    },
    "/v1/sources": {
      "get": {
        "operationId": "listSources",
        "summary": "Where live objects come from, and the state of each.",
        "responses": {
          "200": {
            "description": "The sources.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Source"
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    },
    "/v1/presets": {
      "get": {
        "operationId": "listPresets",
        "summary": "What templates may offer (clusters to create in, quota presets with their numbers, Spark versions and images, the example application).",
        "responses": {
          "200": {
            "description": "The presets.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Presets"
                }
              }
            }
          }
        }
      }
    },
    "/v1/stream": {
      "get": {
        "operationId": "stream",
        "summary": "Server-sent events of changes that the caller may see. Resume with Last-Event-ID.",
        "parameters": [
          {
            "name": "Last-Event-ID",
            "in": "header",
            "schema": {
              "type": "string",
              "maxLength": 40
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The stream.",
            "content": {
              "text/event-stream": {
                "schema": {
                  "type": "string"
                }
              }
            }
          }
        }
      }
    },
    "/v1/operations/plan": {
      "post": {
        "operationId": "planOperation",
        "summary": "What an operation would do, checked by preflight and the cluster's dry run. Changes nothing.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/OperationRequest"
              }
            }
          }
        },
        "responses": {
          "200": {
            "description": "The plan.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Plan"
                }
              }
            }
          }
        }
      }
    },
    "/v1/operations": {
      "get": {
        "operationId": "listOperations",
        "summary": "Who did what. Newest first. Everybody sees what they did, and what others did to what they own; the rest takes a permission.",
        "parameters": [
          {
            "$ref": "#/components/parameters/entityRef"
          },
          {
            "name": "actor",
            "in": "query",
            "allowReserved": true,
            "description": "entity ref of the person",
            "schema": {
              "type": "string",
              "maxLength": 320
            }
          },
          {
            "name": "operation",
            "in": "query",
            "allowReserved": true,
            "description": "id of the operation, for example spark-job:run; several separated by commas",
            "schema": {
              "type": "string",
              "maxLength": 400
            }
          },
          {
            "name": "state",
            "in": "query",
            "schema": {
              "type": "string",
              "enum": [
                "open",
                "done",
                "failed",
                "cancelled"
              ]
            },
            "description": "open: accepted or running"
          },
          {
            "name": "before",
            "in": "query",
            "allowReserved": true,
            "description": "nextBefore of the page before",
            "schema": {
              "type": "string",
              "format": "date-time"
            }
          },
          {
            "name": "q",
            "in": "query",
            "description": "text in title, person, entity, operation or id",
            "schema": {
              "type": "string",
              "maxLength": 200
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 200,
              "default": 50
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The operations.",
            "content": {
              "application/json": {
                "schema": {
                  "type": "object",
                  "required": [
                    "items"
                  ],
                  "properties": {
                    "items": {
                      "type": "array",
                      "items": {
                        "$ref": "#/components/schemas/Operation"
                      }
                    },
                    "nextBefore": {
                      "type": "string",
                      "format": "date-time",
                      "description": "absent on the last page"
                    },
                    "everyone": {
                      "type": "boolean",
                      "description": "false: only what the caller did and what was done to what the caller owns"
                    }
                  }
                }
              }
            }
          }
        }
      },
      "post": {
        "operationId": "startOperation",
        "summary": "Accepts an operation once (by idempotencyKey) and executes it as the caller.",
        "requestBody": {
          "required": true,
          "content": {
            "application/json": {
              "schema": {
                "$ref": "#/components/schemas/OperationRequest"
              }
            }
          }
        },
        "responses": {
          "202": {
            "description": "Accepted.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Operation"
                }
              }
            }
          }
        }
      }
    },
    "/v1/operations/{id}": {
      "get": {
        "operationId": "getOperation",
        "summary": "One operation with the state of its steps.",
        "parameters": [
          {
            "$ref": "#/components/parameters/id"
          },
          {
            "name": "wait",
            "in": "query",
            "description": "seconds to wait for the end",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 25,
              "default": 0
            }
          }
        ],
        "responses": {
          "200": {
            "description": "The operation.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/Operation"
                }
              }
            }
          }
        }
      }
    },
    "/v1/catalog-entities": {
      "get": {
        "operationId": "listCatalogEntities",
        "summary": "Long poll of registered entities by sequence, for the catalog's provider alone.",
        "parameters": [
          {
            "name": "after",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "default": 0
            }
          },
          {
            "name": "wait",
            "in": "query",
            "description": "seconds",
            "schema": {
              "type": "integer",
              "minimum": 0,
              "maximum": 25,
              "default": 0
            }
          },
          {
            "name": "limit",
            "in": "query",
            "schema": {
              "type": "integer",
              "minimum": 1,
              "maximum": 1000,
              "default": 500
            }
          }
        ],
        "responses": {
          "200": {
            "description": "Changes in order.",
            "content": {
              "application/json": {
                "schema": {
                  "$ref": "#/components/schemas/CatalogEntityPage"
                }
              }
            }
          }
        }
      }
    }
  },
  "components": {
    "parameters": {
      "id": {
        "name": "id",
        "in": "path",
        "required": true,
        "schema": {
          "type": "string",
          "maxLength": 300
        }
      },
      "entityRef": {
        "name": "entityRef",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "domainRef": {
        "name": "domainRef",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "productRef": {
        "name": "productRef",
        "in": "query",
        "allowReserved": true,
        "schema": {
          "type": "string",
          "maxLength": 200
        }
      },
      "ifNoneMatch": {
        "name": "If-None-Match",
        "in": "header",
        "schema": {
          "type": "string",
          "maxLength": 100
        }
      }
    },
    "schemas": {
      "Health": {
        "type": "string",
        "enum": [
          "healthy",
          "suspended",
          "progressing",
          "unknown",
          "degraded",
          "failed"
        ],
        "description": "How it is now, in order of severity."
      },
      "Outcome": {
        "type": "string",
        "enum": [
          "succeeded",
          "failed",
          "cancelled"
        ],
        "description": "How a run ended."
      },
      "Nature": {
        "type": "string",
        "enum": [
          "run",
          "schedule",
          "service",
          "workbench",
          "dataset",
          "branch",
          "capacity",
          "guardrail"
        ]
      },
      "Evidence": {
        "type": "object",
        "required": [
          "kind",
          "subject",
          "message"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "enum": [
              "object",
              "pod",
              "event",
              "quota",
              "limit-range",
              "log",
              "history",
              "source"
            ]
          },
          "subject": {
            "type": "string",
            "description": "what was looked at, for example pod orders-daily-driver"
          },
          "reason": {
            "type": "string",
            "description": "raw reason as the cluster gives it"
          },
          "message": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Remedy": {
        "type": "object",
        "required": [
          "text"
        ],
        "properties": {
          "text": {
            "type": "string",
            "description": "one imperative sentence"
          },
          "operation": {
            "type": "string",
            "description": "id of the operation that does it"
          }
        }
      },
      "AssessmentSummary": {
        "type": "object",
        "required": [
          "health",
          "reason",
          "message"
        ],
        "properties": {
          "health": {
            "$ref": "#/components/schemas/Health"
          },
          "outcome": {
            "$ref": "#/components/schemas/Outcome"
          },
          "reason": {
            "type": "string",
            "description": "short, CamelCase, stable"
          },
          "message": {
            "type": "string",
            "description": "one sentence: what and why"
          },
          "nextStep": {
            "type": "string",
            "description": "one sentence: what to do"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Assessment": {
        "allOf": [
          {
            "$ref": "#/components/schemas/AssessmentSummary"
          },
          {
            "type": "object",
            "required": [
              "evidence",
              "remedies"
            ],
            "properties": {
              "evidence": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Evidence"
                }
              },
              "remedies": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Remedy"
                }
              }
            }
          }
        ]
      },
      "Fact": {
        "type": "object",
        "required": [
          "key",
          "label",
          "value"
        ],
        "properties": {
          "key": {
            "type": "string"
          },
          "label": {
            "type": "string"
          },
          "value": {
            "type": "string"
          },
          "warning": {
            "type": "boolean"
          }
        }
      },
      "ResourceLink": {
        "type": "object",
        "required": [
          "title",
          "url"
        ],
        "properties": {
          "title": {
            "type": "string"
          },
          "url": {
            "type": "string",
            "format": "uri"
          }
        }
      },
      "Staleness": {
        "type": "object",
        "required": [
          "since",
          "message"
        ],
        "properties": {
          "since": {
            "type": "string",
            "format": "date-time",
            "description": "time of the last state that is known to be true"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "OperationAvailability": {
        "type": "object",
        "required": [
          "id",
          "title",
          "available"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "available": {
            "type": "boolean"
          },
          "reason": {
            "type": "string",
            "description": "why it is not available"
          },
          "resourceId": {
            "type": "string",
            "description": "the live object that it acts on; absent when it acts on the entity"
          },
          "destructive": {
            "type": "boolean"
          },
          "confirmation": {
            "type": "string",
            "description": "what the person is asked before"
          }
        }
      },
      "PlatformResource": {
        "type": "object",
        "required": [
          "id",
          "version",
          "source",
          "group",
          "apiVersion",
          "kind",
          "nature",
          "name",
          "uid",
          "createdAt",
          "assessment",
          "facts",
          "claim"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "opaque and stable for the life of the object"
          },
          "version": {
            "type": "integer",
            "description": "version of the index at its last change"
          },
          "source": {
            "type": "string"
          },
          "group": {
            "type": "string"
          },
          "apiVersion": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "nature": {
            "$ref": "#/components/schemas/Nature"
          },
          "namespace": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "uid": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "deletingSince": {
            "type": "string",
            "format": "date-time"
          },
          "parentUid": {
            "type": "string",
            "description": "uid of the owner, for example the schedule"
          },
          "entityRef": {
            "type": "string",
            "description": "the Component or Resource it belongs to"
          },
          "productRef": {
            "type": "string"
          },
          "domainRef": {
            "type": "string"
          },
          "ownerRef": {
            "type": "string"
          },
          "domainOwnerRef": {
            "type": "string",
            "description": "owner of the domain, where what lives in it has an owner of its own: may do what that one may"
          },
          "claim": {
            "type": "string",
            "enum": [
              "verified",
              "unverified",
              "none"
            ],
            "description": "unverified: it claims an entity whose domain does not own its namespace"
          },
          "claimedEntityRef": {
            "type": "string"
          },
          "superseded": {
            "type": "boolean",
            "description": "a run that has ended, and a newer one of the same job says how things are: history, not present trouble"
          },
          "assessment": {
            "$ref": "#/components/schemas/AssessmentSummary"
          },
          "facts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Fact"
            }
          },
          "stale": {
            "$ref": "#/components/schemas/Staleness"
          }
        }
      },
      "PodSummary": {
        "type": "object",
        "required": [
          "name",
          "role",
          "phase"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "role": {
            "type": "string",
            "description": "driver, executor, ..."
          },
          "phase": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "exitCode": {
            "type": "integer"
          },
          "restarts": {
            "type": "integer"
          },
          "node": {
            "type": "string"
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "containers": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "gone": {
            "type": "boolean",
            "description": "the pod is no longer there; this is what was seen last"
          },
          "links": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/ResourceLink"
            },
            "description": "its log in a log store, where a pattern is configured"
          }
        }
      },
      "ResourceEvent": {
        "type": "object",
        "required": [
          "type",
          "reason",
          "message",
          "count",
          "subject"
        ],
        "properties": {
          "type": {
            "type": "string"
          },
          "reason": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "count": {
            "type": "integer"
          },
          "subject": {
            "type": "string"
          },
          "firstAt": {
            "type": "string",
            "format": "date-time"
          },
          "lastAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "ResourceDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/PlatformResource"
          },
          {
            "type": "object",
            "required": [
              "assessment",
              "links",
              "pods",
              "events",
              "operations",
              "timeline"
            ],
            "properties": {
              "assessment": {
                "$ref": "#/components/schemas/Assessment"
              },
              "links": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ResourceLink"
                }
              },
              "pods": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/PodSummary"
                }
              },
              "events": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ResourceEvent"
                }
              },
              "operations": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/OperationAvailability"
                }
              },
              "timeline": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Moment"
                }
              },
              "runId": {
                "type": "string",
                "description": "id of the current attempt in the history"
              },
              "executors": {
                "$ref": "#/components/schemas/ExecutorUsage"
              },
              "spark": {
                "$ref": "#/components/schemas/SparkNumbers"
              }
            }
          }
        ]
      },
      "ExecutorUsage": {
        "type": "object",
        "description": "Executors over the life of a run, as the portal saw their pods. Points are changes, not samples: between two of them the number stands.",
        "required": [
          "points",
          "peak",
          "executorHours",
          "complete"
        ],
        "properties": {
          "points": {
            "type": "array",
            "description": "oldest first, at most 500 (thinned without losing the peaks)",
            "items": {
              "type": "object",
              "required": [
                "at",
                "running"
              ],
              "properties": {
                "at": {
                  "type": "string",
                  "format": "date-time"
                },
                "running": {
                  "type": "integer",
                  "description": "executors that run"
                },
                "pending": {
                  "type": "integer",
                  "description": "executors whose pods wait"
                },
                "busy": {
                  "type": "integer",
                  "description": "executors with at least one task, where the driver told"
                }
              }
            }
          },
          "peak": {
            "type": "integer"
          },
          "wanted": {
            "type": "object",
            "properties": {
              "min": {
                "type": "integer"
              },
              "max": {
                "type": "integer"
              },
              "instances": {
                "type": "integer"
              },
              "dynamic": {
                "type": "boolean"
              }
            }
          },
          "executorHours": {
            "type": "number",
            "description": "executor pods times hours that they ran"
          },
          "coreHours": {
            "type": "number"
          },
          "memoryGiBHours": {
            "type": "number"
          },
          "gpuHours": {
            "type": "number"
          },
          "idleExecutorHours": {
            "type": "number",
            "description": "executor-hours without a task; only where the driver told of its tasks"
          },
          "idleCost": {
            "type": "object",
            "required": [
              "amount",
              "currency"
            ],
            "description": "where prices are configured",
            "properties": {
              "amount": {
                "type": "number"
              },
              "currency": {
                "type": "string"
              }
            }
          },
          "cost": {
            "type": "object",
            "required": [
              "amount",
              "currency"
            ],
            "description": "where prices are configured",
            "properties": {
              "amount": {
                "type": "number"
              },
              "currency": {
                "type": "string"
              }
            }
          },
          "complete": {
            "type": "boolean",
            "description": "false when the portal did not watch for the whole run: the figures are a lower bound"
          }
        }
      },
      "SparkNumbers": {
        "type": "object",
        "description": "What Spark itself tells of the application: the REST API of its driver, or of a History Server.",
        "required": [
          "at",
          "from",
          "stages",
          "tasks"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time",
            "description": "when it was read"
          },
          "from": {
            "type": "string",
            "enum": [
              "driver",
              "history-server"
            ]
          },
          "applicationId": {
            "type": "string"
          },
          "sparkVersion": {
            "type": "string"
          },
          "progress": {
            "type": "number",
            "description": "0 to 1, of the tasks of the jobs that run; absent when none runs"
          },
          "stages": {
            "type": "object",
            "required": [
              "active",
              "complete",
              "pending",
              "failed"
            ],
            "properties": {
              "active": {
                "type": "integer"
              },
              "complete": {
                "type": "integer"
              },
              "pending": {
                "type": "integer"
              },
              "failed": {
                "type": "integer"
              }
            }
          },
          "tasks": {
            "type": "object",
            "required": [
              "active",
              "complete",
              "failed",
              "total"
            ],
            "properties": {
              "active": {
                "type": "integer"
              },
              "complete": {
                "type": "integer"
              },
              "failed": {
                "type": "integer"
              },
              "total": {
                "type": "integer"
              }
            }
          },
          "inputBytes": {
            "type": "number"
          },
          "outputBytes": {
            "type": "number"
          },
          "shuffleReadBytes": {
            "type": "number"
          },
          "shuffleWriteBytes": {
            "type": "number"
          },
          "spilledBytes": {
            "type": "number"
          },
          "gcRatio": {
            "type": "number",
            "description": "share of task time spent in garbage collection, 0 to 1"
          },
          "peakExecutorMemoryBytes": {
            "type": "number"
          },
          "activeStages": {
            "type": "array",
            "description": "at most 10",
            "items": {
              "type": "object",
              "required": [
                "id",
                "name",
                "complete",
                "total"
              ],
              "properties": {
                "id": {
                  "type": "integer"
                },
                "name": {
                  "type": "string"
                },
                "complete": {
                  "type": "integer"
                },
                "total": {
                  "type": "integer"
                },
                "failed": {
                  "type": "integer"
                }
              }
            }
          },
          "hints": {
            "type": "array",
            "description": "what to look at, in words, worst first; at most 5",
            "items": {
              "type": "object",
              "required": [
                "reason",
                "message"
              ],
              "properties": {
                "reason": {
                  "type": "string",
                  "description": "short, CamelCase, stable: TaskSkew, Spill, ..."
                },
                "message": {
                  "type": "string"
                },
                "nextStep": {
                  "type": "string"
                },
                "stage": {
                  "type": "integer"
                }
              }
            }
          }
        }
      },
      "Moment": {
        "type": "object",
        "required": [
          "title"
        ],
        "properties": {
          "title": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "state": {
            "type": "string",
            "enum": [
              "done",
              "current",
              "failed",
              "pending"
            ]
          },
          "detail": {
            "type": "string"
          }
        }
      },
      "ResourcePage": {
        "type": "object",
        "required": [
          "items",
          "total",
          "counts",
          "version",
          "warming"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlatformResource"
            }
          },
          "total": {
            "type": "integer"
          },
          "counts": {
            "$ref": "#/components/schemas/Counts"
          },
          "superseded": {
            "type": "integer",
            "description": "superseded runs that match but for the health filter; they are in none of the counts"
          },
          "version": {
            "type": "integer"
          },
          "warming": {
            "type": "boolean",
            "description": "true while the first lists are under way: an empty page is not yet an answer"
          }
        }
      },
      "Counts": {
        "type": "object",
        "required": [
          "healthy",
          "suspended",
          "progressing",
          "unknown",
          "degraded",
          "failed"
        ],
        "properties": {
          "healthy": {
            "type": "integer"
          },
          "suspended": {
            "type": "integer"
          },
          "progressing": {
            "type": "integer"
          },
          "unknown": {
            "type": "integer"
          },
          "degraded": {
            "type": "integer"
          },
          "failed": {
            "type": "integer"
          }
        }
      },
      "Run": {
        "type": "object",
        "required": [
          "id",
          "source",
          "kind",
          "group",
          "name",
          "uid",
          "attempt",
          "assessment",
          "live"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "resourceId": {
            "type": "string",
            "description": "set while the object is there"
          },
          "source": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "group": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "name": {
            "type": "string"
          },
          "uid": {
            "type": "string"
          },
          "attempt": {
            "type": "string",
            "description": "attempt id; for Spark the submission id"
          },
          "entityRef": {
            "type": "string"
          },
          "productRef": {
            "type": "string"
          },
          "domainRef": {
            "type": "string"
          },
          "trigger": {
            "type": "string",
            "enum": [
              "person",
              "schedule",
              "external"
            ]
          },
          "by": {
            "type": "string",
            "description": "entity ref of the person",
            "or name of the schedule": null
          },
          "submittedAt": {
            "type": "string",
            "format": "date-time"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          },
          "durationSeconds": {
            "type": "number"
          },
          "outcome": {
            "$ref": "#/components/schemas/Outcome"
          },
          "assessment": {
            "$ref": "#/components/schemas/AssessmentSummary"
          },
          "facts": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Fact"
            }
          },
          "live": {
            "type": "boolean",
            "description": "the object is still on the cluster"
          },
          "series": {
            "type": "string",
            "description": "id of the operation (back-fill) that made this run"
          },
          "runDate": {
            "type": "string",
            "description": "the date that a run of a series is for: YYYY-MM-DD or RFC 3339"
          },
          "changed": {
            "type": "string",
            "description": "what differs from the definition of the job, in short words: \"arguments, executor memory\""
          },
          "expired": {
            "type": "boolean",
            "description": "the object is gone (TTL or deletion); this is what the history kept"
          }
        }
      },
      "RunPage": {
        "type": "object",
        "required": [
          "items",
          "stats"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Run"
            }
          },
          "nextBefore": {
            "type": "string",
            "format": "date-time"
          },
          "problem": {
            "type": "string",
            "description": "set while the history cannot be read: only the runs whose object is on a cluster are listed, and the figures are of none"
          },
          "stats": {
            "type": "object",
            "required": [
              "finished",
              "succeeded"
            ],
            "properties": {
              "finished": {
                "type": "integer"
              },
              "succeeded": {
                "type": "integer"
              },
              "p50Seconds": {
                "type": "number"
              },
              "p95Seconds": {
                "type": "number"
              }
            }
          }
        }
      },
      "RunDetail": {
        "allOf": [
          {
            "$ref": "#/components/schemas/Run"
          },
          {
            "type": "object",
            "required": [
              "assessment",
              "changes"
            ],
            "properties": {
              "assessment": {
                "$ref": "#/components/schemas/Assessment"
              },
              "changes": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/VerdictChange"
                }
              },
              "definition": {
                "type": "string",
                "description": "YAML of the definition that this run had",
                "secrets masked": null
              },
              "definitionIsCurrent": {
                "type": "boolean"
              },
              "logTail": {
                "type": "string",
                "description": "last lines of the driver of a failed run",
                "redacted": null
              },
              "pods": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/PodSummary"
                }
              },
              "links": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/ResourceLink"
                }
              },
              "executors": {
                "$ref": "#/components/schemas/ExecutorUsage"
              },
              "spark": {
                "$ref": "#/components/schemas/SparkNumbers"
              },
              "logTailTruncated": {
                "type": "boolean"
              },
              "logTailMissing": {
                "type": "string",
                "description": "why no end of the log was kept of a failed run, and what to do; one or two sentences"
              }
            }
          }
        ]
      },
      "VerdictChange": {
        "type": "object",
        "required": [
          "at",
          "health",
          "reason",
          "message"
        ],
        "properties": {
          "at": {
            "type": "string",
            "format": "date-time"
          },
          "health": {
            "$ref": "#/components/schemas/Health"
          },
          "reason": {
            "type": "string"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "Part": {
        "type": "object",
        "required": [
          "title",
          "health",
          "message"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "resourceId": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "health": {
            "$ref": "#/components/schemas/Health"
          },
          "message": {
            "type": "string"
          },
          "nextStep": {
            "type": "string"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Summary": {
        "type": "object",
        "required": [
          "counts",
          "assessment",
          "notHealthy",
          "version",
          "warming"
        ],
        "properties": {
          "counts": {
            "$ref": "#/components/schemas/Counts"
          },
          "assessment": {
            "$ref": "#/components/schemas/AssessmentSummary"
          },
          "notHealthy": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Part"
            },
            "description": "at most 20, worst first"
          },
          "parts": {
            "type": "integer",
            "description": "jobs and services that were rolled up"
          },
          "unverified": {
            "type": "integer",
            "description": "objects that claim this entity from a namespace of another domain"
          },
          "version": {
            "type": "integer"
          },
          "warming": {
            "type": "boolean"
          }
        }
      },
      "Job": {
        "type": "object",
        "required": [
          "entityRef",
          "assessment",
          "operations",
          "version",
          "warming"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "domainRef": {
            "type": "string"
          },
          "productRef": {
            "type": "string"
          },
          "source": {
            "type": "string",
            "description": "cluster it runs on"
          },
          "namespace": {
            "type": "string"
          },
          "assessment": {
            "$ref": "#/components/schemas/Assessment"
          },
          "operations": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OperationAvailability"
            }
          },
          "current": {
            "$ref": "#/components/schemas/PlatformResource"
          },
          "schedule": {
            "$ref": "#/components/schemas/Schedule"
          },
          "definition": {
            "type": "string",
            "description": "YAML of the definition that the next run will have, secrets masked"
          },
          "definitionProblem": {
            "type": "string",
            "description": "why the definition cannot run, if so"
          },
          "stale": {
            "$ref": "#/components/schemas/Staleness"
          },
          "unverified": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlatformResource"
            }
          },
          "version": {
            "type": "integer"
          },
          "warming": {
            "type": "boolean"
          }
        }
      },
      "Schedule": {
        "type": "object",
        "required": [
          "resourceId",
          "expression",
          "suspended"
        ],
        "properties": {
          "resourceId": {
            "type": "string"
          },
          "expression": {
            "type": "string"
          },
          "timeZone": {
            "type": "string"
          },
          "suspended": {
            "type": "boolean"
          },
          "nextRun": {
            "type": "string",
            "format": "date-time"
          },
          "lastRun": {
            "type": "string",
            "format": "date-time"
          },
          "assessment": {
            "$ref": "#/components/schemas/AssessmentSummary"
          }
        }
      },
      "QuotaLine": {
        "type": "object",
        "required": [
          "resource",
          "used",
          "hard",
          "ratio"
        ],
        "properties": {
          "resource": {
            "type": "string",
            "description": "as in the ResourceQuota"
          },
          "label": {
            "type": "string"
          },
          "used": {
            "type": "string"
          },
          "hard": {
            "type": "string"
          },
          "ratio": {
            "type": "number",
            "description": "used over hard"
          }
        }
      },
      "NotebookState": {
        "type": "string",
        "enum": [
          "running",
          "starting",
          "stopping",
          "stopped",
          "failed",
          "deleting",
          "unknown"
        ]
      },
      "GpuCount": {
        "type": "object",
        "required": [
          "key",
          "count"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "resource key, for example nvidia.com/gpu"
          },
          "count": {
            "type": "integer"
          }
        }
      },
      "NotebookServer": {
        "type": "object",
        "required": [
          "resource",
          "generation",
          "state",
          "activityKnown",
          "operations"
        ],
        "properties": {
          "resource": {
            "$ref": "#/components/schemas/PlatformResource"
          },
          "title": {
            "type": "string"
          },
          "generation": {
            "type": "integer",
            "enum": [
              1,
              2
            ],
            "description": "1: Notebook; 2: Workspace (beta)"
          },
          "options": {
            "type": "object",
            "description": "what a Workspace was made with: ids of options of its WorkspaceKind",
            "properties": {
              "kind": {
                "type": "string"
              },
              "imageConfig": {
                "type": "string"
              },
              "podConfig": {
                "type": "string"
              }
            }
          },
          "state": {
            "$ref": "#/components/schemas/NotebookState"
          },
          "image": {
            "type": "string"
          },
          "imageTitle": {
            "type": "string"
          },
          "startedAt": {
            "type": "string",
            "format": "date-time"
          },
          "stoppedAt": {
            "type": "string",
            "format": "date-time"
          },
          "culled": {
            "type": "boolean",
            "description": "it was stopped because it was idle"
          },
          "idleSince": {
            "type": "string",
            "format": "date-time",
            "description": "last activity; only while it runs and activity is known"
          },
          "activityKnown": {
            "type": "boolean"
          },
          "activityNote": {
            "type": "string",
            "description": "what the record of activity cannot see, one sentence"
          },
          "cpu": {
            "type": "string",
            "description": "requested by all containers"
          },
          "memory": {
            "type": "string",
            "description": "requested by all containers"
          },
          "gpu": {
            "$ref": "#/components/schemas/GpuCount"
          },
          "hours": {
            "type": "object",
            "description": "resource-hours since the start",
            "required": [
              "cpu",
              "memoryGib",
              "gpu"
            ],
            "properties": {
              "cpu": {
                "type": "number"
              },
              "memoryGib": {
                "type": "number"
              },
              "gpu": {
                "type": "number"
              }
            }
          },
          "costPerHour": {
            "type": "number",
            "description": "where prices are configured"
          },
          "cost": {
            "type": "number",
            "description": "since the start, where prices are configured"
          },
          "openUrl": {
            "type": "string",
            "format": "uri",
            "description": "only when it would work"
          },
          "openNote": {
            "type": "string",
            "description": "why it cannot be opened"
          },
          "owner": {
            "type": "string",
            "description": "entity ref; the verified creator or the group it was made for, otherwise the owner of the domain"
          },
          "ownerVerified": {
            "type": "boolean",
            "description": "the portal made it, for this owner; false: nobody knows who made it, and the owner of the domain answers for it"
          },
          "entityRef": {
            "type": "string",
            "description": "its Resource entity, once there is one"
          },
          "operations": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OperationAvailability"
            }
          }
        }
      },
      "NotebookServerPage": {
        "type": "object",
        "required": [
          "items",
          "total",
          "totals",
          "version",
          "warming",
          "generatedAt"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NotebookServer"
            }
          },
          "total": {
            "type": "integer",
            "description": "before paging"
          },
          "totals": {
            "type": "object",
            "description": "of all that match, but for the filter by state",
            "required": [
              "running",
              "stopped",
              "failed",
              "other",
              "gpusHeld",
              "idleGpus"
            ],
            "properties": {
              "running": {
                "type": "integer"
              },
              "stopped": {
                "type": "integer"
              },
              "failed": {
                "type": "integer"
              },
              "other": {
                "type": "integer"
              },
              "gpusHeld": {
                "type": "integer"
              },
              "idleGpus": {
                "type": "integer",
                "description": "GPUs held by servers that have been idle for an hour or longer"
              },
              "costPerHour": {
                "type": "number"
              }
            }
          },
          "currency": {
            "type": "string"
          },
          "idleAfterMinutes": {
            "type": "integer",
            "description": "from how many minutes on a server counts as idle"
          },
          "version": {
            "type": "integer"
          },
          "warming": {
            "type": "boolean"
          },
          "generatedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "NotebookVolume": {
        "type": "object",
        "required": [
          "claim",
          "role",
          "sharedWith"
        ],
        "properties": {
          "claim": {
            "type": "string"
          },
          "mountPath": {
            "type": "string"
          },
          "role": {
            "type": "string",
            "enum": [
              "home",
              "data"
            ]
          },
          "phase": {
            "type": "string"
          },
          "storageClass": {
            "type": "string"
          },
          "size": {
            "type": "string"
          },
          "accessModes": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "sharedWith": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "other notebook servers that mount it"
          }
        }
      },
      "NotebookServerDetail": {
        "type": "object",
        "required": [
          "server",
          "detail",
          "volumes",
          "podDefaults",
          "quota",
          "version",
          "warming"
        ],
        "properties": {
          "server": {
            "$ref": "#/components/schemas/NotebookServer"
          },
          "detail": {
            "$ref": "#/components/schemas/ResourceDetail"
          },
          "volumes": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NotebookVolume"
            }
          },
          "podDefaults": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "quota": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QuotaLine"
            }
          },
          "currency": {
            "type": "string"
          },
          "version": {
            "type": "integer"
          },
          "warming": {
            "type": "boolean"
          }
        }
      },
      "NotebookImage": {
        "type": "object",
        "required": [
          "id",
          "title",
          "image",
          "group"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "image": {
            "type": "string"
          },
          "group": {
            "type": "string",
            "enum": [
              "jupyter",
              "code-server",
              "rstudio"
            ]
          },
          "description": {
            "type": "string"
          }
        }
      },
      "WorkspaceOptionRedirect": {
        "type": "object",
        "required": [
          "to"
        ],
        "properties": {
          "to": {
            "type": "string",
            "description": "id of the option to take instead"
          },
          "message": {
            "type": "string"
          }
        }
      },
      "WorkspaceImageOption": {
        "type": "object",
        "required": [
          "id",
          "title"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "redirect": {
            "$ref": "#/components/schemas/WorkspaceOptionRedirect"
          }
        }
      },
      "WorkspacePodOption": {
        "type": "object",
        "required": [
          "id",
          "title"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "redirect": {
            "$ref": "#/components/schemas/WorkspaceOptionRedirect"
          },
          "cpu": {
            "type": "string"
          },
          "memory": {
            "type": "string"
          },
          "gpu": {
            "$ref": "#/components/schemas/GpuCount"
          }
        }
      },
      "WorkspaceKindOption": {
        "type": "object",
        "required": [
          "name",
          "title",
          "images",
          "podConfigs",
          "defaults"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "deprecated": {
            "type": "boolean"
          },
          "deprecationMessage": {
            "type": "string"
          },
          "images": {
            "type": "array",
            "description": "hidden ones are left out",
            "items": {
              "$ref": "#/components/schemas/WorkspaceImageOption"
            }
          },
          "podConfigs": {
            "type": "array",
            "description": "hidden ones are left out",
            "items": {
              "$ref": "#/components/schemas/WorkspacePodOption"
            }
          },
          "defaults": {
            "type": "object",
            "properties": {
              "imageConfig": {
                "type": "string"
              },
              "podConfig": {
                "type": "string"
              }
            }
          },
          "homeMountPath": {
            "type": "string"
          }
        }
      },
      "NotebookOptions": {
        "type": "object",
        "required": [
          "domainRef",
          "generations",
          "images",
          "allowCustomImage",
          "workspaceKinds",
          "podDefaults",
          "gpus",
          "volumes",
          "storageClasses",
          "quota",
          "limits",
          "tolerationGroups",
          "affinityGroups",
          "defaults",
          "problems"
        ],
        "properties": {
          "domainRef": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "namespaces": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "all of the domain"
          },
          "generations": {
            "type": "array",
            "items": {
              "type": "integer",
              "enum": [
                1,
                2
              ]
            },
            "description": "that the cluster serves"
          },
          "images": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NotebookImage"
            }
          },
          "allowCustomImage": {
            "type": "boolean"
          },
          "workspaceKinds": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/WorkspaceKindOption"
            }
          },
          "podDefaults": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "title",
                "labels"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "title": {
                  "type": "string",
                  "description": "its desc"
                },
                "labels": {
                  "type": "object",
                  "additionalProperties": {
                    "type": "string"
                  },
                  "description": "labels of the pod that select it"
                }
              }
            }
          },
          "gpus": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "key",
                "vendor",
                "offered"
              ],
              "properties": {
                "key": {
                  "type": "string"
                },
                "vendor": {
                  "type": "string"
                },
                "offered": {
                  "type": "integer",
                  "description": "by all nodes together"
                },
                "free": {
                  "type": "integer",
                  "description": "not held by a pod now; absent where the portal may not read the pods of all namespaces"
                },
                "largestFree": {
                  "type": "integer",
                  "description": "most that one node has free: a server fits on one node"
                }
              }
            }
          },
          "volumes": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "usedBy"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "size": {
                  "type": "string"
                },
                "phase": {
                  "type": "string"
                },
                "storageClass": {
                  "type": "string"
                },
                "accessModes": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "usedBy": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "names of notebook servers"
                }
              }
            }
          },
          "storageClasses": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "isDefault"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "isDefault": {
                  "type": "boolean"
                }
              }
            }
          },
          "quota": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QuotaLine"
            }
          },
          "limits": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "type",
                "resource"
              ],
              "properties": {
                "type": {
                  "type": "string",
                  "description": "Container, Pod, ..."
                },
                "resource": {
                  "type": "string"
                },
                "min": {
                  "type": "string"
                },
                "max": {
                  "type": "string"
                },
                "default": {
                  "type": "string"
                }
              }
            }
          },
          "tolerationGroups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NotebookGroup"
            }
          },
          "affinityGroups": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/NotebookGroup"
            }
          },
          "defaults": {
            "type": "object",
            "required": [
              "cpu",
              "memory",
              "homeSize",
              "homeMountPath"
            ],
            "properties": {
              "cpu": {
                "type": "string"
              },
              "memory": {
                "type": "string"
              },
              "homeSize": {
                "type": "string"
              },
              "homeMountPath": {
                "type": "string"
              },
              "limitFactor": {
                "type": "number",
                "description": "limit of CPU and memory over their request; 0: no limits"
              }
            }
          },
          "prices": {
            "type": "object",
            "required": [
              "currency",
              "coreHour",
              "gibHour",
              "gpuHour"
            ],
            "properties": {
              "currency": {
                "type": "string"
              },
              "coreHour": {
                "type": "number"
              },
              "gibHour": {
                "type": "number"
              },
              "gpuHour": {
                "type": "number"
              }
            }
          },
          "problems": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "part",
                "message"
              ],
              "properties": {
                "part": {
                  "type": "string",
                  "description": "key of this answer, for example gpus"
                },
                "message": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "NotebookGroup": {
        "type": "object",
        "required": [
          "id",
          "title"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          }
        }
      },
      "DomainDetail": {
        "type": "object",
        "required": [
          "entityRef",
          "namespaces",
          "quota"
        ],
        "properties": {
          "entityRef": {
            "type": "string"
          },
          "ownerRef": {
            "type": "string"
          },
          "source": {
            "type": "string"
          },
          "namespaces": {
            "type": "array",
            "items": {
              "type": "string"
            }
          },
          "quota": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QuotaLine"
            }
          },
          "roles": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "role",
                "groups"
              ],
              "properties": {
                "role": {
                  "type": "string"
                },
                "groups": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                }
              }
            }
          },
          "operations": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OperationAvailability"
            },
            "description": "what can be done with the domain, for the caller"
          },
          "adopted": {
            "type": "boolean",
            "description": "it was there before the portal, which deletes nothing of it"
          },
          "stale": {
            "$ref": "#/components/schemas/Staleness"
          },
          "version": {
            "type": "integer"
          }
        }
      },
      "Source": {
        "type": "object",
        "required": [
          "name",
          "type",
          "state",
          "message",
          "kinds"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "type": {
            "type": "string",
            "description": "kubernetes, or the id of another system: lakefs"
          },
          "state": {
            "type": "string",
            "enum": [
              "connecting",
              "connected",
              "stale",
              "forbidden",
              "unreachable",
              "unsupported"
            ]
          },
          "message": {
            "type": "string",
            "description": "one sentence"
          },
          "since": {
            "type": "string",
            "format": "date-time"
          },
          "lastContact": {
            "type": "string",
            "format": "date-time"
          },
          "version": {
            "type": "string",
            "description": "version of the server"
          },
          "sandbox": {
            "type": "boolean"
          },
          "operators": {
            "type": "array",
            "description": "controllers that move the objects of this source, judged from what they leave behind; only on sources of which the viewer may see something",
            "items": {
              "$ref": "#/components/schemas/OperatorState"
            }
          },
          "resources": {
            "type": "integer"
          },
          "kinds": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "kind",
                "group",
                "state"
              ],
              "properties": {
                "kind": {
                  "type": "string"
                },
                "group": {
                  "type": "string"
                },
                "version": {
                  "type": "string",
                  "description": "of its API that is read; absent where none is served"
                },
                "state": {
                  "type": "string",
                  "enum": [
                    "watching",
                    "listing",
                    "dormant",
                    "forbidden",
                    "stale",
                    "error"
                  ]
                },
                "message": {
                  "type": "string"
                },
                "namespaces": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "set where only some namespaces may be read"
                }
              }
            }
          }
        }
      },
      "OperatorState": {
        "type": "object",
        "required": [
          "id",
          "title",
          "kinds",
          "state",
          "message"
        ],
        "properties": {
          "id": {
            "type": "string",
            "description": "for example spark-kubeflow"
          },
          "title": {
            "type": "string"
          },
          "kinds": {
            "type": "array",
            "items": {
              "type": "string"
            },
            "description": "kind.group"
          },
          "state": {
            "type": "string",
            "enum": [
              "up",
              "down",
              "unknown"
            ]
          },
          "since": {
            "type": "string",
            "format": "date-time",
            "description": "of the state down: the first thing it has not done"
          },
          "lastActivity": {
            "type": "string",
            "format": "date-time"
          },
          "message": {
            "type": "string",
            "description": "one sentence"
          },
          "nextStep": {
            "type": "string"
          }
        }
      },
      "QuotaPreset": {
        "type": "object",
        "required": [
          "id",
          "title",
          "description",
          "hard"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "description": {
            "type": "string"
          },
          "hard": {
            "type": "object",
            "additionalProperties": {
              "type": "string"
            }
          }
        }
      },
      "Presets": {
        "type": "object",
        "required": [
          "clusters",
          "quotas",
          "spark"
        ],
        "properties": {
          "clusters": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "name",
                "state",
                "serves"
              ],
              "properties": {
                "name": {
                  "type": "string"
                },
                "title": {
                  "type": "string"
                },
                "state": {
                  "type": "string"
                },
                "message": {
                  "type": "string"
                },
                "serves": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  },
                  "description": "kinds, as kind.group"
                }
              }
            }
          },
          "quotas": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/QuotaPreset"
            }
          },
          "spark": {
            "type": "object",
            "required": [
              "versions",
              "images"
            ],
            "properties": {
              "versions": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "images": {
                "type": "array",
                "items": {
                  "type": "string"
                }
              },
              "examples": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": [
                    "id",
                    "title",
                    "language",
                    "mainApplicationFile"
                  ],
                  "properties": {
                    "id": {
                      "type": "string"
                    },
                    "title": {
                      "type": "string"
                    },
                    "language": {
                      "type": "string"
                    },
                    "mainApplicationFile": {
                      "type": "string"
                    },
                    "mainClass": {
                      "type": "string"
                    },
                    "arguments": {
                      "type": "array",
                      "items": {
                        "type": "string"
                      }
                    }
                  }
                }
              }
            }
          }
        }
      },
      "OperationRequest": {
        "type": "object",
        "required": [
          "operation"
        ],
        "properties": {
          "operation": {
            "type": "string",
            "maxLength": 100,
            "description": "id, for example domain:create or spark-job:run"
          },
          "entityRef": {
            "type": "string",
            "maxLength": 200
          },
          "resourceId": {
            "type": "string",
            "maxLength": 300
          },
          "input": {
            "type": "object",
            "additionalProperties": true
          },
          "idempotencyKey": {
            "type": "string",
            "maxLength": 200
          }
        }
      },
      "PlanStep": {
        "type": "object",
        "required": [
          "id",
          "verb",
          "title"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "verb": {
            "type": "string",
            "enum": [
              "create",
              "patch",
              "delete",
              "register",
              "unregister",
              "cancel",
              "call"
            ]
          },
          "title": {
            "type": "string",
            "description": "for example create Namespace orders on cluster eu-1"
          },
          "source": {
            "type": "string"
          },
          "identity": {
            "type": "string",
            "enum": [
              "user",
              "bootstrap",
              "portal"
            ]
          },
          "object": {
            "type": "object",
            "additionalProperties": true,
            "description": "what is created or the patch, secrets masked"
          },
          "manifest": {
            "type": "string",
            "description": "the same as YAML"
          },
          "dryRun": {
            "type": "string",
            "enum": [
              "passed",
              "skipped",
              "failed"
            ]
          }
        }
      },
      "Finding": {
        "type": "object",
        "required": [
          "level",
          "message"
        ],
        "properties": {
          "level": {
            "type": "string",
            "enum": [
              "error",
              "warning",
              "info"
            ]
          },
          "field": {
            "type": "string",
            "description": "path of the field"
          },
          "message": {
            "type": "string"
          },
          "remedy": {
            "type": "string"
          }
        }
      },
      "Plan": {
        "type": "object",
        "required": [
          "operation",
          "title",
          "steps",
          "findings",
          "ok"
        ],
        "properties": {
          "operation": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/PlanStep"
            }
          },
          "findings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "ok": {
            "type": "boolean",
            "description": "no finding is an error"
          },
          "entityRef": {
            "type": "string",
            "description": "the entity that this makes or acts on"
          }
        }
      },
      "OperationStep": {
        "type": "object",
        "required": [
          "id",
          "title",
          "state"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "pending",
              "running",
              "done",
              "failed",
              "undone",
              "skipped"
            ]
          },
          "message": {
            "type": "string"
          },
          "uid": {
            "type": "string"
          },
          "at": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "Operation": {
        "type": "object",
        "required": [
          "id",
          "operation",
          "title",
          "actor",
          "state",
          "steps",
          "createdAt"
        ],
        "properties": {
          "id": {
            "type": "string"
          },
          "operation": {
            "type": "string"
          },
          "title": {
            "type": "string"
          },
          "actor": {
            "type": "string"
          },
          "entityRef": {
            "type": "string"
          },
          "state": {
            "type": "string",
            "enum": [
              "accepted",
              "running",
              "done",
              "failed",
              "cancelled"
            ],
            "description": "cancelled: a person ended it early; what it had done by then stays"
          },
          "cancelledBy": {
            "type": "string",
            "description": "entity ref of the person who asked it to end early; while it is still running, what goes on is waited for"
          },
          "steps": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/OperationStep"
            }
          },
          "findings": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/Finding"
            }
          },
          "error": {
            "type": "string",
            "description": "one sentence"
          },
          "output": {
            "type": "object",
            "additionalProperties": true,
            "description": "entityRef, resourceId, name, ..."
          },
          "progress": {
            "type": "object",
            "description": "of a series of runs",
            "required": [
              "total",
              "done",
              "running",
              "failed"
            ],
            "properties": {
              "total": {
                "type": "integer"
              },
              "done": {
                "type": "integer"
              },
              "running": {
                "type": "integer"
              },
              "failed": {
                "type": "integer"
              }
            }
          },
          "createdAt": {
            "type": "string",
            "format": "date-time"
          },
          "finishedAt": {
            "type": "string",
            "format": "date-time"
          }
        }
      },
      "AdoptionPage": {
        "type": "object",
        "required": [
          "namespaces",
          "jobs",
          "totalJobs",
          "version",
          "warming"
        ],
        "properties": {
          "namespaces": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AdoptableNamespace"
            }
          },
          "jobs": {
            "type": "array",
            "items": {
              "$ref": "#/components/schemas/AdoptableJob"
            }
          },
          "totalJobs": {
            "type": "integer",
            "description": "before paging"
          },
          "version": {
            "type": "integer"
          },
          "warming": {
            "type": "boolean"
          }
        }
      },
      "AdoptableNamespace": {
        "type": "object",
        "required": [
          "source",
          "namespace",
          "workloads",
          "state"
        ],
        "properties": {
          "source": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "workloads": {
            "type": "integer",
            "description": "live objects in it"
          },
          "state": {
            "type": "string",
            "enum": [
              "unlabelled",
              "labelled",
              "adopted"
            ],
            "description": "unlabelled: a cluster admin has to label it first; labelled: the label is there, the domain is not registered; adopted: a domain of the portal"
          },
          "domain": {
            "type": "string",
            "description": "what its label says"
          },
          "domainRef": {
            "type": "string"
          },
          "command": {
            "type": "string",
            "description": "what a cluster admin runs, for unlabelled"
          },
          "drift": {
            "type": "array",
            "description": "how it differs from what the template would make; nothing is changed",
            "items": {
              "type": "object",
              "required": [
                "subject",
                "message"
              ],
              "properties": {
                "subject": {
                  "type": "string",
                  "description": "ResourceQuota, LimitRange, ..."
                },
                "message": {
                  "type": "string"
                },
                "remedy": {
                  "type": "string"
                }
              }
            }
          }
        }
      },
      "AdoptableJob": {
        "type": "object",
        "required": [
          "key",
          "source",
          "namespace",
          "kind",
          "group",
          "name",
          "foundBy",
          "runs",
          "assessment"
        ],
        "properties": {
          "key": {
            "type": "string",
            "description": "opaque, stable; input of spark-job:adopt"
          },
          "source": {
            "type": "string"
          },
          "namespace": {
            "type": "string"
          },
          "kind": {
            "type": "string"
          },
          "group": {
            "type": "string"
          },
          "name": {
            "type": "string",
            "description": "proposed name of the job"
          },
          "foundBy": {
            "type": "string",
            "enum": [
              "schedule",
              "label-selector",
              "maker",
              "name"
            ],
            "description": "what its runs have in common"
          },
          "maker": {
            "type": "string",
            "description": "for example Airflow DAG orders, task load"
          },
          "labelSelector": {
            "type": "string"
          },
          "runs": {
            "type": "integer"
          },
          "lastRunAt": {
            "type": "string",
            "format": "date-time"
          },
          "schedule": {
            "type": "string"
          },
          "assessment": {
            "$ref": "#/components/schemas/AssessmentSummary"
          },
          "domainRef": {
            "type": "string",
            "description": "of its namespace"
          },
          "adoptable": {
            "type": "boolean"
          },
          "reason": {
            "type": "string",
            "description": "why it cannot be adopted now"
          }
        }
      },
      "CatalogEntityPage": {
        "type": "object",
        "required": [
          "items",
          "seq",
          "more",
          "generation"
        ],
        "properties": {
          "items": {
            "type": "array",
            "items": {
              "type": "object",
              "required": [
                "seq",
                "entityRef"
              ],
              "properties": {
                "seq": {
                  "type": "integer"
                },
                "entityRef": {
                  "type": "string"
                },
                "entity": {
                  "type": "object",
                  "additionalProperties": true,
                  "description": "absent when it was removed"
                }
              }
            }
          },
          "seq": {
            "type": "integer",
            "description": "pass it as after"
          },
          "more": {
            "type": "boolean"
          },
          "generation": {
            "type": "string",
            "description": "changes when the sequence starts anew: then do a full sync"
          }
        }
      },
      "Error": {
        "type": "object",
        "required": [
          "error"
        ],
        "properties": {
          "error": {
            "type": "object",
            "required": [
              "name",
              "message"
            ],
            "properties": {
              "name": {
                "type": "string"
              },
              "message": {
                "type": "string"
              },
              "findings": {
                "type": "array",
                "items": {
                  "$ref": "#/components/schemas/Finding"
                }
              }
            }
          }
        }
      }
    }
  }
} as const;
