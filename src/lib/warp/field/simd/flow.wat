;; Where a step of the field spends its time (see ../flow.ts, which is the only one to call it).
;;
;; A plane holds (x, y) pairs of f32, in cells, row by row: GRID × GRID points with a border of two
;; zero points on every side, so that no tap of a cubic needs a test. Rows are walked from FROM[row] to
;; TO[row], outside of which all planes are zero; two points are worked on at once, and the one that this
;; may reach too far is zero and stays so.
;;
;;   0     FROM: 192 × i32
;;   768   TO: 192 × i32
;;   4096  the first plane; 196 points of 8 bytes a row, 1568 bytes; 307,328 bytes a plane
(module
  (memory (import "flow" "memory") 1)

  ;; The address of a row's point within a plane.
  (func $address (param $row i32) (param $column i32) (result i32)
    (i32.mul
      (i32.const 8)
      (i32.add
        (i32.mul (i32.add (local.get $row) (i32.const 2)) (i32.const 196))
        (i32.add (local.get $column) (i32.const 2)))))

  ;; to[…] += factor · data[…] over `points` points.
  (func (export "addLinked")
    (param $to i32) (param $data i32) (param $points i32) (param $factor f32)
    (local $factors v128)
    (local.set $factors (f32x4.splat (local.get $factor)))
    (block $odd
      (loop $pairs
        (br_if $odd (i32.lt_s (local.get $points) (i32.const 2)))
        (v128.store (local.get $to)
          (f32x4.add
            (v128.load (local.get $to))
            (f32x4.mul (local.get $factors) (v128.load (local.get $data)))))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (local.set $data (i32.add (local.get $data) (i32.const 16)))
        (local.set $points (i32.sub (local.get $points) (i32.const 2)))
        (br $pairs)))
    (if (local.get $points) (then
      (v128.store64_lane 0 (local.get $to)
        (f32x4.add
          (v128.load64_zero (local.get $to))
          (f32x4.mul (local.get $factors) (v128.load64_zero (local.get $data))))))))

  ;; The same where a point of `data` is (x, y) of the right side, then of the left.
  (func (export "addSides")
    (param $to i32) (param $data i32) (param $points i32) (param $right f32) (param $left f32)
    (local $factors v128)
    (local $both v128)
    (local.set $factors
      (i8x16.shuffle 0 1 2 3 0 1 2 3 16 17 18 19 16 17 18 19
        (f32x4.splat (local.get $right))
        (f32x4.splat (local.get $left))))
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $points)))
        (local.set $both (f32x4.mul (local.get $factors) (v128.load (local.get $data))))
        (v128.store64_lane 0 (local.get $to)
          (f32x4.add
            (v128.load64_zero (local.get $to))
            (f32x4.add
              (local.get $both)
              (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7
                (local.get $both) (local.get $both)))))
        (local.set $to (i32.add (local.get $to) (i32.const 8)))
        (local.set $data (i32.add (local.get $data) (i32.const 16)))
        (local.set $points (i32.sub (local.get $points) (i32.const 1)))
        (br $next))))

  ;; (v·∇)f at two points, by central differences; `v` and `f` are the points' addresses.
  (func $along (param $v i32) (param $f i32) (result v128)
    (local $velocity v128)
    (local.set $velocity (f32x4.mul (f32x4.splat (f32.const 0.5)) (v128.load (local.get $v))))
    (f32x4.add
      (f32x4.mul
        (i8x16.shuffle 0 1 2 3 0 1 2 3 8 9 10 11 8 9 10 11
          (local.get $velocity) (local.get $velocity))
        (f32x4.sub
          (v128.load (i32.add (local.get $f) (i32.const 8)))
          (v128.load (i32.sub (local.get $f) (i32.const 8)))))
      (f32x4.mul
        (i8x16.shuffle 4 5 6 7 4 5 6 7 12 13 14 15 12 13 14 15
          (local.get $velocity) (local.get $velocity))
        (f32x4.sub
          (v128.load (i32.add (local.get $f) (i32.const 1568)))
          (v128.load (i32.sub (local.get $f) (i32.const 1568)))))))

  ;; a = (v·∇)v
  (func (export "turn") (param $v i32) (param $a i32)
    (local $row i32)
    (local $at i32)
    (local $end i32)
    (loop $rows
      (local.set $at (call $address (local.get $row) (i32.load (i32.shl (local.get $row) (i32.const 2)))))
      (local.set $end
        (call $address
          (local.get $row)
          (i32.load offset=768 (i32.shl (local.get $row) (i32.const 2)))))
      (block $done
        (loop $points
          (br_if $done (i32.ge_s (local.get $at) (local.get $end)))
          (v128.store
            (i32.add (local.get $a) (local.get $at))
            (call $along
              (i32.add (local.get $v) (local.get $at))
              (i32.add (local.get $v) (local.get $at))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $points)))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br_if $rows (i32.lt_s (local.get $row) (i32.const 192)))))

  ;; u = first · v + second · a + third · (v·∇)a
  (func (export "start")
    (param $v i32) (param $a i32) (param $u i32)
    (param $first f32) (param $second f32) (param $third f32)
    (local $row i32)
    (local $at i32)
    (local $end i32)
    (loop $rows
      (local.set $at (call $address (local.get $row) (i32.load (i32.shl (local.get $row) (i32.const 2)))))
      (local.set $end
        (call $address
          (local.get $row)
          (i32.load offset=768 (i32.shl (local.get $row) (i32.const 2)))))
      (block $done
        (loop $points
          (br_if $done (i32.ge_s (local.get $at) (local.get $end)))
          (v128.store
            (i32.add (local.get $u) (local.get $at))
            (f32x4.add
              (f32x4.mul
                (f32x4.splat (local.get $first))
                (v128.load (i32.add (local.get $v) (local.get $at))))
              (f32x4.add
                (f32x4.mul
                  (f32x4.splat (local.get $second))
                  (v128.load (i32.add (local.get $a) (local.get $at))))
                (f32x4.mul
                  (f32x4.splat (local.get $third))
                  (call $along
                    (i32.add (local.get $v) (local.get $at))
                    (i32.add (local.get $a) (local.get $at)))))))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br $points)))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br_if $rows (i32.lt_s (local.get $row) (i32.const 192)))))

  ;; The weights of Catmull–Rom's four taps at t from the second of them.
  (func $taps (param $t v128) (result v128)
    (f32x4.add
      (v128.const f32x4 0 1 0 0)
      (f32x4.mul
        (local.get $t)
        (f32x4.add
          (v128.const f32x4 -0.5 0 0.5 0)
          (f32x4.mul
            (local.get $t)
            (f32x4.add
              (v128.const f32x4 1 -2.5 2 -0.5)
              (f32x4.mul (local.get $t) (v128.const f32x4 -0.5 1.5 -1.5 0.5))))))))

  ;; next = u + u∘(id + u): one squaring. Beyond the lattice u is zero.
  (func (export "square") (param $u i32) (param $next i32)
    (local $row i32)
    (local $column i32)
    (local $to i32)
    (local $at i32)
    (local $corner i32)
    (local $here v128)
    (local $whole v128)
    (local $cell v128)
    (local $a v128)
    (local $b v128)
    (local $west v128)
    (local $east v128)
    (loop $rows
      (local.set $column (i32.load (i32.shl (local.get $row) (i32.const 2))))
      (local.set $to (i32.load offset=768 (i32.shl (local.get $row) (i32.const 2))))
      (local.set $at (call $address (local.get $row) (local.get $column)))
      (block $done
        (loop $points
          (br_if $done (i32.ge_s (local.get $column) (local.get $to)))
          (local.set $here (v128.load64_zero (i32.add (local.get $u) (local.get $at))))
          (local.set $whole (f32x4.floor (local.get $here)))
          (local.set $cell
            (i32x4.max_s
              (v128.const i32x4 -1 -1 0 0)
              (i32x4.min_s
                (v128.const i32x4 191 191 0 0)
                (i32x4.add
                  (i32x4.replace_lane 1
                    (i32x4.replace_lane 0 (v128.const i32x4 0 0 0 0) (local.get $column))
                    (local.get $row))
                  (i32x4.trunc_sat_f32x4_s (local.get $whole))))))
          (local.set $corner
            (i32.add
              (local.get $u)
              (call $address
                (i32.sub (i32x4.extract_lane 1 (local.get $cell)) (i32.const 1))
                (i32.sub (i32x4.extract_lane 0 (local.get $cell)) (i32.const 1)))))
          (local.set $whole (f32x4.sub (local.get $here) (local.get $whole)))
          (local.set $a
            (call $taps
              (i8x16.shuffle 0 1 2 3 0 1 2 3 0 1 2 3 0 1 2 3
                (local.get $whole) (local.get $whole))))
          (local.set $b
            (call $taps
              (i8x16.shuffle 4 5 6 7 4 5 6 7 4 5 6 7 4 5 6 7
                (local.get $whole) (local.get $whole))))
          ;; Four rows, each by the two western taps and the two eastern ones.
          (local.set $whole
            (i8x16.shuffle 0 1 2 3 0 1 2 3 0 1 2 3 0 1 2 3 (local.get $b) (local.get $b)))
          (local.set $west (f32x4.mul (local.get $whole) (v128.load (local.get $corner))))
          (local.set $east (f32x4.mul (local.get $whole) (v128.load offset=16 (local.get $corner))))
          (local.set $whole
            (i8x16.shuffle 4 5 6 7 4 5 6 7 4 5 6 7 4 5 6 7 (local.get $b) (local.get $b)))
          (local.set $west
            (f32x4.add (local.get $west)
              (f32x4.mul (local.get $whole) (v128.load offset=1568 (local.get $corner)))))
          (local.set $east
            (f32x4.add (local.get $east)
              (f32x4.mul (local.get $whole) (v128.load offset=1584 (local.get $corner)))))
          (local.set $whole
            (i8x16.shuffle 8 9 10 11 8 9 10 11 8 9 10 11 8 9 10 11 (local.get $b) (local.get $b)))
          (local.set $west
            (f32x4.add (local.get $west)
              (f32x4.mul (local.get $whole) (v128.load offset=3136 (local.get $corner)))))
          (local.set $east
            (f32x4.add (local.get $east)
              (f32x4.mul (local.get $whole) (v128.load offset=3152 (local.get $corner)))))
          (local.set $whole
            (i8x16.shuffle 12 13 14 15 12 13 14 15 12 13 14 15 12 13 14 15
              (local.get $b) (local.get $b)))
          (local.set $west
            (f32x4.add (local.get $west)
              (f32x4.mul (local.get $whole) (v128.load offset=4704 (local.get $corner)))))
          (local.set $east
            (f32x4.add (local.get $east)
              (f32x4.mul (local.get $whole) (v128.load offset=4720 (local.get $corner)))))
          (local.set $west
            (f32x4.add
              (f32x4.mul (local.get $west)
                (i8x16.shuffle 0 1 2 3 0 1 2 3 4 5 6 7 4 5 6 7 (local.get $a) (local.get $a)))
              (f32x4.mul (local.get $east)
                (i8x16.shuffle 8 9 10 11 8 9 10 11 12 13 14 15 12 13 14 15
                  (local.get $a) (local.get $a)))))
          (v128.store64_lane 0
            (i32.add (local.get $next) (local.get $at))
            (f32x4.add
              (local.get $here)
              (f32x4.add
                (local.get $west)
                (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7
                  (local.get $west) (local.get $west)))))
          (local.set $column (i32.add (local.get $column) (i32.const 1)))
          (local.set $at (i32.add (local.get $at) (i32.const 8)))
          (br $points)))
      (local.set $row (i32.add (local.get $row) (i32.const 1)))
      (br_if $rows (i32.lt_s (local.get $row) (i32.const 192)))))
)
