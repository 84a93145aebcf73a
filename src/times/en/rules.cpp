// What English time expressions look like. The syntax of patterns is told in rules.hpp; each rule has a case
// in cases.txt. Spans: «on», «in», «since» stay outside, «the» with a noun of time, «last», «ago» inside.
#include "times/rules.hpp"

#include <array>

namespace recoupe::times::en {
namespace {

using enum Operation;

constexpr std::array macros = {
    Macro{"ZONED", "[ ZONE [ ( - | + ) NUMBER ] ]"},
    // 3 p.m., 7:56pm, 15:11 GMT, noon, 8 o'clock, half past seven
    Macro{"CLOCK",
          "( HOUR : @glued MINUTE [ : @glued MINUTE ] [ HALF ] | HOUR . @glued MINUTE HALF | HOUR HALF | "
          "HOUR o ' clock [ HALF ] | NOON | FRACTION past HOUR [ HALF ] | HOUR MINUTE HALF | MINUTE [ "
          "minutes | minute | mins | min ] past HOUR [ HALF ] | FRACTION HOUR ( HALF | o ' clock ) | CLOCK4 "
          "!( - ) ZONE ) $ZONED"},
    // May 5, 2016; Friday, 5 May 2016; the 5th of May
    Macro{"DATE",
          "[ ( WEEKDAY | SHORTDAY ) [ PART ] [ , ] ] ( MONTH DAY !( UNIT | - UNIT ) [ [ , ] YEAR ] | DAY [ [ "
          "day ] of | - ] MONTH [ [ , | - ] YEAR ] )"},
    Macro{"ONDAY",
          "[ , ] [ on ] ( [ LAST | NEXT ] WEEKDAY [ PART ] | $DATE | MONTH2 / @glued DAY / @glued YEAR | "
          "OFFSET [ PART ] )"},
    Macro{"ABOUTS", "[ ABOUT [ ABOUT ] ]"},
    Macro{"AMOUNT", "( [ another ] NUMBER | [ a ] DOZEN | VAGUE | a DOZEN )"},
    Macro{"ADJECTIVE", "[ consecutive | straight | full | whole | long | more | successive | additional ]"},
    Macro{"PREP",
          "( in | of | since | until | till | by | from | to | during | before | after | through | for | "
          "around | and | or | between | circa | back | as | lparen )"},
};

constexpr std::array rules = {
    // ---- what looks like a time and is none
    Rule{"age", nothing,
         "[ a | an | the ] $ABOUTS NUMBER [ and a half ] [ - ] UNIT [ - ] ( old | olds | of age )"},
    Rule{"aged", nothing, "( aged | age | ages ) NUMBER [ ( to | and | - ) NUMBER ] [ UNIT ]"},
    Rule{"rate", nothing,
         "NUMBER [ - ] ( quarter | quarters ) of | ( km | miles | kilometers | kilometres | m ) ( / | per | "
         "an | a ) UNIT"},
    Rule{"ordinal-second", nothing, "( the | a | one ) second ( ANY )"},

    // ---- dates
    Rule{"date", calendar, "$DATE [ [ , ] [ at | around | about ] $CLOCK | [ , ] [ in the ] PART ]"},
    Rule{"clock-date", calendar, "$CLOCK [ , ] [ on ] ( $DATE | [ LAST | NEXT ] WEEKDAY | OFFSET )"},
    Rule{"weekday-clock", calendar,
         "[ LAST | NEXT ] WEEKDAY [ PART ] ( ( at | , ) $CLOCK | at HOUR . @glued MINUTE !( % | percent | "
         "million | billion ) )"},
    Rule{"american-date", calendar, "MONTH2 / @glued DAY / @glued ( YEAR | YEAR2 )"},
    Rule{"numeric-date", calendar,
         "DAY ( / @glued MONTH2 / @glued ( YEAR | YEAR2 ) | . @glued MONTH2 . @glued YEAR | - @glued MONTH2 "
         "- @glued YEAR )"},
    Rule{"month-year2", calendar,
         "MONTH YEAR2 !( UNIT | PERSON | % | @plural | NUMBER | / | : | - | , | ANY )"},
    Rule{"day-of-this-month", calendar,
         "[ the ] DAY ( [ day ] of ( the UNIT | ( CURRENT | LAST | NEXT ) UNIT ) | CURRENT UNIT )"},
    Rule{"day-alone", calendar,
         "( on | for | until | by | since | around ) { the NUMBER @glued ( st | nd | rd | th ) } !( ANY | "
         "NUMBER | - | % )"},
    Rule{"iso-date", calendar, "YEAR ( - @glued MONTH2 - @glued DAY | / @glued MONTH2 / @glued DAY )"},
    Rule{"weekday", calendar,
         "[ EDGE ] [ [ CURRENT ] ( LAST | NEXT ) | CURRENT ] WEEKDAY [ PART ] [ [ of ] ( LAST | NEXT | "
         "CURRENT ) UNIT ]"},
    Rule{"week-weekday", calendar, "( LAST | NEXT | CURRENT ) UNIT [ , ] on WEEKDAY"},
    Rule{"weekday-day", calendar,
         "WEEKDAY [ , ] the DAY | ( WEEKDAY | SHORTDAY ) DAY !( ANY | NUMBER | : | % | - | . @glued | , "
         "NUMBER )"},
    Rule{"nth-weekday", nth,
         "[ the ] ( ORDINAL | LAST ) WEEKDAY ( of | in ) ( MONTH [ [ , ] YEAR ] | ( CURRENT | LAST | NEXT ) "
         "UNIT )"},
    Rule{"week-of", week_of,
         "[ the ] week ( of | beginning [ on ] | starting [ on ] | commencing [ on ] ) ( [ WEEKDAY , ] MONTH "
         "DAY [ [ , ] YEAR ] | the NUMBER @glued ( st | nd | rd | th ) !( of ) ) | w / @glued c MONTH DAY"},
    Rule{"nth-week", nth_week,
         "[ the ] ( ORDINAL | LAST | NUMBER @glued ( st | nd | rd | th ) ) week ( of | in ) ( YEAR | MONTH [ "
         "[ , ] YEAR ] | ( CURRENT | LAST | NEXT ) UNIT ) | [ the ] ORDINAL week ( CURRENT | LAST | NEXT ) "
         "UNIT"},
    Rule{"week-number", nth_week,
         "the week NUMBER !( of ) | [ the ] week NUMBER of ( YEAR | ( LAST | NEXT | CURRENT ) UNIT )"},
    Rule{"part-of-date", calendar,
         "[ the ] PART of ( $DATE | [ LAST | NEXT ] WEEKDAY [ , $DATE ] | OFFSET | CURRENT PART )"},
    Rule{"night-between", night,
         "[ the ] night of MONTH DAY ( TO | BOTH ) [ MONTH ] DAY [ [ , ] YEAR ] | [ the ] night of DAY TO "
         "DAY MONTH [ YEAR ]"},
    Rule{"day-end", calendar, "[ the ] ( end | start | beginning | close ) of the day [ WEEKDAY | OFFSET ]"},

    // ---- ranges
    Rule{"days-of-month", range,
         "MONTH DAY ( TO | BOTH ) DAY [ [ , ] YEAR ] | [ the ] DAY ( TO | BOTH ) [ the ] DAY [ of ] MONTH [ "
         "[ , ] YEAR ] | DAY ( TO | BOTH ) DAY [ of ] ( CURRENT | NEXT | LAST ) UNIT"},
    Rule{"date-to-date", range,
         "[ WEEKDAY [ , ] ] ( MONTH DAY | DAY MONTH ) [ [ , ] YEAR ] TO [ WEEKDAY [ , ] ] ( MONTH DAY | DAY "
         "MONTH ) [ [ , ] YEAR ]"},
    Rule{"months", range,
         "from { MONTH [ YEAR ] TO MONTH [ YEAR ] } | between { MONTH [ YEAR ] BOTH MONTH [ YEAR ] } | MONTH "
         "[ YEAR ] TO MONTH YEAR"},
    Rule{"years", range, "( from | for | of | in ) { YEAR TO YEAR } | between { YEAR ( BOTH | TO ) YEAR }"},
    Rule{"years-joined", range, "~( / | - ) YEAR TO @glued ( YEAR | YEAR2 ) !( - )"},
    Rule{"weekdays", range,
         "from { WEEKDAY TO WEEKDAY } | between { WEEKDAY BOTH WEEKDAY } | WEEKDAY through WEEKDAY"},
    Rule{"clock-to-clock", range,
         "( from | between ) { ( $CLOCK | HOUR ) ( TO | BOTH ) $CLOCK [ $ONDAY ] } | ( HOUR TO HOUR HALF | "
         "HOUR : @glued MINUTE TO HOUR : @glued MINUTE [ HALF ] | HOUR HALF TO HOUR HALF ) [ $ONDAY ]"},

    // ---- months, years and more
    Rule{"quarter", calendar,
         "[ the ] ORDINAL ( UNIT | [ - ] HALFYEAR ) of ( YEAR | [ the | CURRENT | LAST | NEXT ] [ fiscal ] "
         "year ) | [ the ] ORDINAL UNIT ( CURRENT | LAST | NEXT ) year | ( QUARTERMARK | HALFYEAR ) @glued "
         "NUMBER [ of ] ( YEAR | ( CURRENT | LAST | NEXT ) year ) | YEAR [ - ] ( QUARTERMARK | HALFYEAR ) "
         "@glued NUMBER"},
    Rule{"quarter-alone", calendar, "( in | during ) { QUARTERMARK @glued NUMBER }"},
    Rule{"month-year", calendar, "[ EDGE [ - ] ] MONTH [ , | of ] YEAR"},
    Rule{"month", calendar, "$PREP { MONTH } !( DAY )"},
    Rule{"month-alone", calendar, "@unnamed !( may | march ) MONTH !( DAY | @upper ANY )"},
    Rule{"month-shifted", calendar, "[ EDGE ] ( LAST | NEXT | CURRENT ) MONTH"},
    Rule{"edge-month", calendar, "EDGE [ - ] [ the month of ] MONTH"},
    Rule{"edge-year", calendar, "EDGE [ - ] [ the year ] YEAR"},
    Rule{"year-named", calendar, "the year YEAR"},
    Rule{"year-after-preposition", calendar, "$PREP { YEAR } !( - | UNIT | PERSON | % )"},
    Rule{"year-alone", year,
         "~( some | about | than | nearly | almost | least | $ ) YEAR !( - | UNIT | PERSON | % )"},
    Rule{"season-year", calendar, "[ the ] [ EDGE ] SEASON [ of ] YEAR"},
    Rule{"season", calendar, "[ EDGE ] ( LAST | NEXT | CURRENT ) SEASON"},
    Rule{"season-in", calendar,
         "( in | during | by | since | until | of | for ) { [ EDGE ] [ the ] SEASON } !( @upper ANY | of )"},
    Rule{"decade-years", decade, "[ EDGE ] [ the ] [ EDGE ] ( NUMBER [ ' ] @glued s | TENS )"},
    Rule{"century", century,
         "[ EDGE ] [ the ] [ EDGE ] ( NUMBER @glued ( st | nd | rd | th ) | ORDINAL ) [ - ] century"},
    Rule{"feast", calendar, "@unnamed [ LAST | NEXT | CURRENT ] FEAST [ YEAR ]"},

    // ---- counted from today
    Rule{"offset", offset, "[ EDGE | earlier | later ] OFFSET [ PART ]"},
    Rule{"offset-clock", offset, "OFFSET [ PART ] ( at | , ) $CLOCK"},
    Rule{"this-part", calendar, "[ EDGE | earlier | later ] ( CURRENT | LAST ) PART"},
    Rule{"this-part-clock", calendar,
         "( CURRENT | LAST ) PART ( at | around ) ( $CLOCK | HOUR !( ANY | NUMBER | : | % | . @glued ) )"},
    Rule{"ago", ago,
         "$ABOUTS ( $AMOUNT | ONE | FRACTION [ a | an ] ) $ADJECTIVE UNIT [ and a half | [ , ] [ and ] "
         "NUMBER UNIT [ [ , ] [ and ] NUMBER UNIT ] ] ( ago | back )"},
    Rule{"ago-unknown", unknown, "( UNITS | long | not long ) ago"},
    Rule{"ahead", ahead,
         "( in | within ) $ABOUTS ( NUMBER | ONE ) UNIT ' s time | $ABOUTS ( NUMBER | ONE | FRACTION [ a | "
         "an ] ) UNIT from now"},
    Rule{"in-future", in_future,
         "in $ABOUTS ( NUMBER | ONE | FRACTION [ a | an ] ) UNIT !( of | after | before | ' )"},
    Rule{"after-next", shifted, "the UNIT after next"},
    Rule{"shifted", shifted, "[ EDGE ] ( [ CURRENT ] ( LAST | NEXT ) | CURRENT ) !( UNITS ) UNIT !( - old )"},
    Rule{"weekend", shifted, "the WEEKEND"},
    Rule{"edge-unit", shifted, "[ the ] EDGE [ the | CURRENT | LAST | NEXT ] UNIT | UNIT [ - ] end"},

    // ---- counted from the time last told
    Rule{"later", later, "$ABOUTS ( NUMBER | [ a ] DOZEN | ONE ) UNIT [ and a half ] later"},
    Rule{"earlier", earlier, "$ABOUTS ( NUMBER | [ a ] DOZEN | ONE ) UNIT [ and a half ] earlier"},
    Rule{"follow", after,
         "the ( following | next ) ( UNIT | PART ) | the UNIT after !( the | a | an | his | her | their | "
         "its | that | he | she | they )"},
    Rule{"precede", before,
         "the ( previous | preceding ) ( UNIT | PART ) | the UNIT before !( the | a | an | his | her | their "
         "| its | that | he | she | they | last )"},
    Rule{"eve-of", before, "the ( day | eve ) ( before | of ) FEAST"},
    Rule{"same", same, "( that | the same | that same | the very same ) ( UNIT | PART )"},
    Rule{"that-time", unknown, "that time"},
    Rule{"part-alone", calendar, "( in | during | throughout ) { the PART } !( of )"},
    Rule{"part-at", calendar, "( at | by | until | before | after ) { PART } | in { PART } !( ANY )"},

    // ---- clock times
    Rule{"clock", calendar,
         "~( building | room | gate | floor | platform | channel | terminal | page ) $CLOCK"},

    // ---- durations
    Rule{"someday", nothing,
         "~( only | in | within | for | than | least | just | about | after | and | with ) one day ( , | "
         "@lower ANY )"},
    Rule{"duration", duration,
         "$ABOUTS $AMOUNT [ - ] $ADJECTIVE UNIT [ and a FRACTION | [ , ] [ and ] NUMBER UNIT [ [ , ] [ and ] "
         "NUMBER UNIT ] ]"},
    Rule{"duration-one", duration,
         "( for | in | within | after | during | lasted | took | takes | take | of ) { $ABOUTS ONE "
         "$ADJECTIVE UNIT [ and a FRACTION ] } | ABOUT [ ABOUT ] ONE $ADJECTIVE UNIT [ and a FRACTION ]"},
    Rule{"duration-around", duration, "{ ONE UNIT } ( after | before | in advance )"},
    Rule{"duration-half", duration, "$ABOUTS [ a | another ] FRACTION [ - ] [ a | an | of a | of an ] UNIT"},
    Rule{"duration-and-half", duration, "$ABOUTS NUMBER [ - ] and [ - ] a [ - ] FRACTION [ - ] UNIT"},
    Rule{"duration-to", duration, "$ABOUTS NUMBER TO NUMBER [ - ] UNIT"},
    Rule{"duration-shared", duration, "{ NUMBER } and NUMBER UNIT"},
    Rule{"indefinite", duration,
         "( for | spent | took | take | takes | after | even | over | within | and | in | ~( number | "
         "numbers | lot | kind | range | course ) of ) { UNITS } !( of | old )"},
    Rule{"indefinite-around", duration, "{ UNITS } ( after | before | later | earlier | long )"},
    Rule{"these-last", duration, "( LAST | NEXT | recent ) [ VAGUE ] UNITS"},
    Rule{"whole", span_of,
         "all ( night | !( UNITS ) UNIT ) | ( the | a ) ( whole | entire ) UNIT | another !( UNITS ) UNIT"},

    // ---- sets
    Rule{"every-other", set, "every other UNIT"},
    Rule{"every", set,
         "( every | each ) [ other ] [ NUMBER ] ( UNIT | WEEKDAY [ PART ] | MONTH | PART | SEASON ) [ at "
         "$CLOCK ]"},
    Rule{"clock-every", set, "$CLOCK ( every | each ) ( UNIT | WEEKDAY )"},
    Rule{"day-of-every", set, "[ the ] DAY of ( every | each ) UNIT"},
    Rule{"periodic", set, "PERIODIC !( ANY )"},
    Rule{"times-per", rate, "( NUMBER times | once | twice ) ( a | an | per | every | each ) UNIT"},
    Rule{"on-weekdays", set, "on { WEEKDAYS [ at $CLOCK ] } | WEEKDAYS at $CLOCK"},
};

}  // namespace

Table table() {
  return {rules, macros};
}

}  // namespace recoupe::times::en
