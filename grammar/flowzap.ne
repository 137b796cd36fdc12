# FlowZap Code, one statement at a time: source/syntax/statements.ts cuts the text into statements, so that a
# mistake in one of them leaves the others whole. Forms that are wrong but clear are rules too; what there is to
# say about them stands in source/syntax/remarks.ts. Commas, blanks and line ends never come here.

@preprocessor typescript
@lexer queue

@{%
import {queue} from './queue.js';
import * as tree from './build.js';
%}

statement -> open                            {% ([statement]) => statement %}
           | close                           {% ([statement]) => statement %}
           | node                            {% ([statement]) => statement %}
           | edge                            {% ([statement]) => statement %}
           | loop                            {% ([statement]) => statement %}
           | stray                           {% ([statement]) => statement %}

# CI { # CI Pipeline
open      -> phrase "{" %name:?              {% ([lane, brace, name]) => tree.open(lane, brace, name) %}
           | phrase quotes "{" %name:?       {% ([lane, early, brace, name]) => tree.openEarly(lane, early, brace, name) %}
           | phrase ":" plain:? "{" %name:?  {% ([lane, colon, early, brace, name]) => tree.openEarly(lane, tree.unquoted(early ?? {...colon, text: ''}), brace, name) %}
           | quotes "{" %name:?              {% ([early, brace, name]) => tree.openEarly(null, early, brace, name) %}
           | "{" %name:?                     {% ([brace, name]) => tree.open(null, brace, name) %}
           | phrase %name                    {% ([lane, name]) => tree.open(lane, null, name) %}
plain     -> letters:+                       {% ([pieces]) => tree.text(pieces) %}
letters   -> %word                           {% ([token]) => token %}
           | %other                          {% ([token]) => token %}
close     -> "}"                             {% ([brace]) => tree.close(brace) %}

# n1: circle label:"Start"
node      -> id ":" shape attribute:*        {% ([id, colon, shape, list]) => tree.node(id, colon, shape, list) %}
           | id ":" attribute:*              {% ([id, colon, list]) => tree.node(id, colon, null, list) %}
           | id ":" quotes attribute:*       {% ([id, colon, value, list]) => tree.node(id, colon, null, [tree.attribute(null, null, value), ...list]) %}
           | id %shape attribute:*           {% ([id, shape, list]) => tree.node(id, null, shape, list) %}
           | id %shape quotes attribute:*    {% ([id, shape, value, list]) => tree.node(id, null, shape, [tree.attribute(null, null, value), ...list]) %}
shape     -> %shape                          {% ([token]) => token %}
           | %word                           {% ([token]) => token %}

# label:"Start"
attribute -> id separator value              {% ([key, separator, value]) => tree.attribute(key, separator, value) %}
           | id separator                    {% ([key, separator]) => tree.attribute(key, separator, null) %}
           | id quotes                       {% ([key, value]) => tree.attribute(key, null, value) %}
separator -> ":"                             {% ([token]) => token %}
           | "="                             {% ([token]) => token %}
value     -> quotes                          {% ([value]) => value %}
           | phrase                          {% ([text]) => tree.unquoted(text) %}
quotes    -> %string                         {% ([token]) => tree.string(token) %}
           | %torn                           {% ([token]) => tree.string(token) %}
           | %quoted                         {% ([token]) => tree.string(token) %}
           | %unclosed                       {% ([token]) => tree.string(token) %}

# n3.handle(bottom) -> BlueGreen.n6.handle(top) [label="Deploy"]
edge      -> end arrow end note:?            {% ([from, arrow, to, note]) => tree.edge(from, arrow, to, note) %}
           | end arrow brackets:?            {% ([from, arrow, note]) => tree.edge(from, arrow, null, note) %}
           | reference port end note:?       {% ([node, port, to, note]) => tree.edge(tree.end(node, port), null, to, note) %}
           | end %backArrow end note:?       {% ([to, arrow, from, note]) => tree.edge(from, arrow, to, note) %}
           | end arrow %bar caption %bar end {% ([from, arrow, , value, , to]) => tree.edge(from, arrow, to, tree.caption(value)) %}
           | end arrow reference side behind {% ([from, arrow, node, side, value]) => tree.edge(from, arrow, tree.end(node, side), tree.caption(value)) %}
           | end arrow target ":" behind      {% ([from, arrow, to, , value]) => tree.edge(from, arrow, to, tree.caption(value)) %}
           | end %line caption head end      {% ([from, , value, arrow, to]) => tree.edge(from, arrow, to, tree.caption(value)) %}
arrow     -> head                            {% ([token]) => token %}
           | %line                           {% ([token]) => token %}
head      -> %arrow                          {% ([token]) => token %}
           | %badArrow                       {% ([token]) => token %}
caption   -> quotes                          {% ([value]) => value %}
           | words                           {% ([text]) => tree.unquoted(text) %}
behind    -> quotes                          {% ([value]) => value %}
           | text                            {% ([text]) => tree.unquoted(text) %}
target    -> id                              {% ([id]) => tree.end(tree.reference(null, id), null) %}
           | text "." id                     {% ([lane, , id]) => tree.end(tree.reference(lane, id), null) %}
           | reference port                  {% ([node, port]) => tree.end(node, port) %}
end       -> reference port:?                {% ([node, port]) => tree.end(node, port) %}
           | text "." id "." %word           {% ([lane, , id, , side]) => tree.bare(tree.reference(lane, id), side) %}
           | reference "." %handle %word     {% ([node, dot, , side]) => tree.end(node, tree.port(dot, side, null)) %}
           | reference "." %word "(" %word ")" {% ([node, , , , side, close]) => tree.bare(node, side, close) %}
reference -> text                            {% ([name]) => tree.reference(null, name) %}
           | text "." id                     {% ([lane, , id]) => tree.reference(lane, id) %}
side      -> "." %handle "(" %word ")"       {% ([dot, , , side, close]) => tree.port(dot, side, close) %}
port      -> side                            {% ([port]) => port %}
           | "." %handle "(" %word           {% ([dot, , , side]) => tree.port(dot, side, null) %}
           | "." %handle "(" ")"             {% ([dot, , , close]) => tree.port(dot, null, close) %}
           | "." %handle                     {% ([dot, handle]) => tree.port(dot, null, handle) %}

# [label="Deploy"]
note      -> brackets                        {% ([note]) => note %}
           | attribute                       {% ([attribute]) => tree.note(null, [attribute], null) %}
brackets  -> "[" attribute:+ "]"             {% ([open, list, close]) => tree.note(open, list, close) %}
           | "[" attribute:+                 {% ([open, list]) => tree.note(open, list, null) %}
           | "[" value "]"                   {% ([open, value, close]) => tree.note(open, [tree.attribute(null, null, value)], close) %}
           | "[" "]"                         {% ([open, close]) => tree.note(open, [], close) %}

# loop [retry up to 3 times] n2 n3
loop      -> %loop member:*                  {% ([head, members]) => tree.loop(head, members) %}
           | %loop words:? ":" member:*      {% ([head, words, colon, members]) => tree.loopWithColon(head, words, colon, members) %}
words     -> saying:+                        {% ([pieces]) => tree.text(pieces) %}
saying    -> piece                           {% ([token]) => token %}
           | "."                             {% ([token]) => token %}
           | "="                             {% ([token]) => token %}
           | "("                             {% ([token]) => token %}
           | ")"                             {% ([token]) => token %}
           | %bar                            {% ([token]) => token %}
member    -> id                              {% ([id]) => tree.reference(null, id) %}
           | id "." id                       {% ([lane, , id]) => tree.reference(lane, id) %}

# What stands alone: the name of a lane on a line of its own, comments, Markdown fences
stray     -> %name                           {% ([token]) => tree.stray(token) %}
           | %comment                        {% ([token]) => tree.stray(token) %}
           | %fence                          {% ([token]) => tree.stray(token) %}

id        -> %word                           {% ([token]) => token %}
           | %shape                          {% ([token]) => token %}
text      -> piece:+                         {% ([pieces]) => tree.text(pieces) %}
phrase    -> scrap:+                         {% ([pieces]) => tree.text(pieces) %}
scrap     -> piece                           {% ([token]) => token %}
           | %bar                            {% ([token]) => token %}
piece     -> %word                           {% ([token]) => token %}
           | %shape                          {% ([token]) => token %}
           | %other                          {% ([token]) => token %}
